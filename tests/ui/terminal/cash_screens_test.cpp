// SPDX-License-Identifier: GPL-3.0-or-later
// Cash at the terminal: movements, the count by pieces with its Z, the X report and the list of what was moved.
#include "models/selling/shift_rules.h"
#include "tests/ui/terminal/till_screen_fixture.h"

namespace crema::terminal {

using namespace testing;

namespace {

class CashScreensTest : public TillScreenTest
{
protected:
    void open(QStringView digits)
    {
        start();
        press(Key::F10);
        type(digits);
    }

    [[nodiscard]] QString title() const { return terminal.canvas().rowText(0); }
    [[nodiscard]] std::int64_t expected() const { return expectedCash(*desk.state().openShift).minor(); }
};

} // namespace

TEST_F(CashScreensTest, CashIsPaidOutByDigits)
{
    open(u"833");
    ASSERT_TRUE(title().startsWith(QStringLiteral("PAY OUT"))) << pane().toStdString();
    type(u"milk\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("Amount"))) << "it can be typed again\n" << pane().toStdString();
    type(u"1250\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("€12.50"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("1 Milk and bread"))) << pane().toStdString();
    type(u"9\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("Reason"))) << "there is no such reason\n" << pane().toStdString();
    type(u"1\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("Note"))) << pane().toStdString();
    EXPECT_EQ(expected(), 10'000) << "nothing is recorded yet";
    type(u"\n");
    EXPECT_EQ(expected(), 10'000 - 1'250);
    EXPECT_TRUE(pane().contains(QStringLiteral("€12.50 paid out."))) << pane().toStdString();
    type(u"\n");
    EXPECT_TRUE(title().startsWith(QStringLiteral("SHIFT"))) << pane().toStdString();
}

TEST_F(CashScreensTest, GoingBackKeepsWhatStands)
{
    open(u"832");
    type(u"2000\nFrom the bank\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("Note"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(pane().contains(QStringLiteral("Reason"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(pane().contains(QStringLiteral("Amount"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(title().startsWith(QStringLiteral("SHIFT"))) << pane().toStdString();
    EXPECT_EQ(expected(), 10'000);
}

TEST_F(CashScreensTest, ARefusalGoesBackToWhatCanBeChanged)
{
    open(u"834");
    desk.failCash = crema::Problem{
        crema::ProblemKind::NotAllowed, QStringLiteral("auth.not_allowed"), QStringLiteral("Nobody may."), {}, {}};
    type(u"2000\n\n\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("Nobody may"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("Amount"))) << pane().toStdString();
    EXPECT_EQ(expected(), 10'000);
}

TEST_F(CashScreensTest, TheDrawerIsOpenedForNothing)
{
    open(u"835");
    ASSERT_TRUE(title().startsWith(QStringLiteral("OPEN THE DRAWER"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("Reason"))) << pane().toStdString();
    scan(u"4006381333931");
    EXPECT_TRUE(presenter.lines().isEmpty()) << "a code is no reason";
    type(u"1\n\n");
    EXPECT_EQ(expected(), 10'000);
    EXPECT_TRUE(pane().contains(QStringLiteral("without a"))) << pane().toStdString();
}

TEST_F(CashScreensTest, TheDrawerIsCountedByNotesAndCoinsAndItsZIsShown)
{
    open(u"831");
    press(Key::F2);
    EXPECT_TRUE(pane().contains(QStringLiteral("How many of €200"))) << pane().toStdString();
    type(u"\n");
    type(u"\n");
    type(u"x\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("How many of €50"))) << pane().toStdString();
    type(u"3\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("€150.00"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(pane().contains(QStringLiteral("How many of €50"))) << "one back\n" << pane().toStdString();
    type(u"2");
    press(Key::F4);
    EXPECT_TRUE(pane().contains(QStringLiteral("€100.00"))) << pane().toStdString();
    type(u"1");
    ASSERT_TRUE(title().startsWith(QStringLiteral("Z REPORT 1"))) << pane().toStdString();
    ASSERT_TRUE(shop.drawer.closedTotals());
    EXPECT_EQ(shop.drawer.closedTotals()->pieces.size(), 1);
    const QString before = pane();
    press(Key::F8);
    EXPECT_NE(pane(), before) << "it goes on";
    type(u"\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("The shift is"))) << pane().toStdString();
}

TEST_F(CashScreensTest, TheZWaitsBehindWhatStandsInFront)
{
    open(u"831");
    desk.addPerson(QStringLiteral("Ada Lindqvist"), crema::Role::Admin);
    type(u"5000\n");
    desk.holdAnswers(true);
    type(u"1");
    desk.askForApproval(u"shift.close", {QStringLiteral("Ada Lindqvist")});
    settle();
    ASSERT_TRUE(shop.approval.isAsking());
    desk.holdAnswers(false);
    settle();
    EXPECT_FALSE(title().startsWith(QStringLiteral("Z REPORT"))) << "a PIN is asked for\n" << pane().toStdString();
    shop.approval.cancel();
    settle();
    EXPECT_TRUE(title().startsWith(QStringLiteral("Z REPORT 1"))) << pane().toStdString();
}

TEST_F(CashScreensTest, TheXReportAndTheMovementsAreReadInPages)
{
    open(u"836");
    ASSERT_TRUE(title().startsWith(QStringLiteral("X REPORT"))) << pane().toStdString();
    EXPECT_TRUE(desk.state().openShift);
    press(Key::F3);
    type(u"7");
    EXPECT_TRUE(pane().contains(QStringLiteral("No cash was moved"))) << pane().toStdString();
    press(Key::F3);
    type(u"22000\nBank\n\n\n");
    type(u"7");
    EXPECT_TRUE(pane().contains(QStringLiteral("Paid in"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("€20.00"))) << pane().toStdString();
}

TEST_F(CashScreensTest, AnEarlierClosingIsOpenedFromTheList)
{
    open(u"838");
    EXPECT_TRUE(pane().contains(QStringLiteral("Z report yet"))) << pane().toStdString();
    press(Key::F3);
    shop.drawer.close(9'800);
    settle();
    type(u"8");
    EXPECT_TRUE(pane().contains(QStringLiteral("Z report 1"))) << pane().toStdString();
    type(u"1");
    EXPECT_TRUE(title().startsWith(QStringLiteral("Z REPORT 1"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(title().startsWith(QStringLiteral("Z REPORTS"))) << pane().toStdString();
}

} // namespace crema::terminal
