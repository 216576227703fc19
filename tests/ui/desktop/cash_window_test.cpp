// SPDX-License-Identifier: GPL-3.0-or-later
// Cash besides sales in the real window: movements, the count with its Z, the X report, the full drawer.
#include "tests/ui/desktop/window_fixture.h"

#include "models/operations/operation_types.h"
#include "models/selling/shift_rules.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace crema::testing {

namespace {

class CashWindowTest : public WindowTest
{
protected:
    void set(QStringView key, const QJsonValue &value)
    {
        till.desk.setShopSetting(PlaceId(till.desk.state().location->id.value()), key.toString(), QJsonValue(), value)
            .then([](const Result<void> &) {});
        settle();
    }

    [[nodiscard]] bool isOpen(const char *dialog)
    {
        const QList<QDialog *> all = window.findChildren<QDialog *>(QString::fromLatin1(dialog));
        return std::any_of(all.begin(), all.end(), [](const QDialog *each) { return each->isVisible(); });
    }

    void write(const char *field, const char *text) { find<QLineEdit>(field)->setText(QString::fromLatin1(text)); }

    [[nodiscard]] std::int64_t expected() const { return expectedCash(*till.desk.state().openShift).minor(); }
};

} // namespace

TEST_F(CashWindowTest, TheDrawerIsOpenedByItsKeyWithAReason)
{
    press(Qt::Key_F9);
    settle();
    ASSERT_TRUE(isOpen("cashDialog"));
    EXPECT_FALSE(find("cashAmount")->isVisible()) << "nothing comes or goes";
    click("cashReason0");
    EXPECT_FALSE(find<QLineEdit>("cashReason")->text().isEmpty());
    click("cashRecord");
    settle();
    EXPECT_FALSE(isOpen("cashDialog"));
    EXPECT_EQ(expected(), 10'000);
    comeBack();
    press(Qt::Key_D, Qt::ControlModifier);
    settle();
    EXPECT_TRUE(isOpen("cashDialog")) << "the twin of the key";
}

TEST_F(CashWindowTest, CashIsPaidOutWithItsReason)
{
    ASSERT_TRUE(till.shop.cash.actions().find(u"cash.move")->trigger());
    settle();
    ASSERT_TRUE(isOpen("cashDialog"));
    click("cashKind.paid_out");
    write("cashAmount", "12");
    find<QLineEdit>("cashReason")->setFocus();
    write("cashReason", "Milk");
    write("cashAmount", "nothing");
    click("cashRecord");
    settle();
    ASSERT_TRUE(isOpen("cashDialog"));
    EXPECT_TRUE(find<QLabel>("cashAmount_problem")->isVisible());
    EXPECT_EQ(find<QLineEdit>("cashReason")->text(), QStringLiteral("Milk")) << "what was typed stays";
    write("cashAmount", "12.50");
    QTest::keyClick(find("cashReason"), Qt::Key_Return);
    settle();
    EXPECT_FALSE(isOpen("cashDialog"));
    EXPECT_EQ(expected(), 10'000 - 1'250);
}

TEST_F(CashWindowTest, WhatNobodyApprovedStaysToBeRead)
{
    ASSERT_TRUE(till.shop.cash.actions().find(u"cash.move")->trigger());
    settle();
    till.desk.failCash = Problem{
        ProblemKind::NotAllowed, QStringLiteral("auth.not_allowed"), QStringLiteral("Nobody approved it."), {}, {}};
    write("cashAmount", "5");
    click("cashRecord");
    settle();
    ASSERT_TRUE(isOpen("cashDialog"));
    EXPECT_EQ(find<QLabel>("cashProblem")->text(), QStringLiteral("Nobody approved it."));
    EXPECT_EQ(expected(), 10'000);
}

TEST_F(CashWindowTest, AFullDrawerAsksForASafeDropUntilItIsEmptier)
{
    EXPECT_FALSE(find("drawerStrip")->isVisible());
    set(shop_setting::cashDrawerLimit, 5'000);
    ASSERT_TRUE(find("drawerStrip")->isVisible());
    click("drawerYes");
    settle();
    ASSERT_TRUE(isOpen("cashDialog"));
    EXPECT_EQ(till.shop.cash.kind(), CashMovementKind::SafeDrop);
    write("cashAmount", "60");
    click("cashRecord");
    settle();
    EXPECT_FALSE(find("drawerStrip")->isVisible());
}

TEST_F(CashWindowTest, AFullDrawerCanBePutOff)
{
    set(shop_setting::cashDrawerLimit, 5'000);
    click("drawerNo");
    settle();
    EXPECT_FALSE(find("drawerStrip")->isVisible());
}

TEST_F(CashWindowTest, TheCountShowsItsZAfterSomebodyApprovedIt)
{
    ASSERT_TRUE(till.shop.drawer.actions().find(u"shift.close")->trigger());
    settle();
    ASSERT_TRUE(isOpen("closeShiftDialog"));
    EXPECT_FALSE(find<QLabel>("shiftFacts")->text().contains(QStringLiteral("Expected"))) << "the count is blind";
    QTest::keyClicks(find("shiftPiece2"), QStringLiteral("1"));
    EXPECT_EQ(find<QLineEdit>("shiftTotal")->text(), QStringLiteral("50.00"));
    click("shiftNext");
    till.desk.addPerson(QStringLiteral("Ada Lindqvist"), Role::Admin);
    till.desk.holdAnswers(true);
    click("shiftClose");
    till.desk.askForApproval(operation::shiftClose, {QStringLiteral("Ada Lindqvist")});
    settle();
    ASSERT_TRUE(till.shop.approval.isAsking()) << "in front of the count";
    till.shop.approval.cancel();
    till.desk.holdAnswers(false);
    settle();
    ASSERT_TRUE(find("shiftDone")->isVisible());
    const QString paper = find<QPlainTextEdit>("shiftPaper")->toPlainText();
    EXPECT_TRUE(paper.contains(QStringLiteral("Z report 1"))) << paper.toStdString();
    EXPECT_TRUE(paper.contains(QStringLiteral("1 x 50.00"))) << "the pieces are kept\n" << paper.toStdString();
}

TEST_F(CashWindowTest, WhereTheShopHasItSoTheExpectedSumIsShown)
{
    set(shop_setting::cashBlindCount, false);
    ASSERT_TRUE(till.shop.drawer.actions().find(u"shift.close")->trigger());
    settle();
    EXPECT_TRUE(find<QLabel>("shiftFacts")->text().contains(QStringLiteral("Expected €100.00")))
        << find<QLabel>("shiftFacts")->text().toStdString();
}

TEST_F(CashWindowTest, TheReportTheMovementsAndTheClosingsStandInOnePlace)
{
    till.shop.cash.setKind(CashMovementKind::PaidIn);
    till.shop.cash.recordMinor(2'000, QStringLiteral("Change from the bank"), {});
    settle();
    press(Qt::Key_X, Qt::AltModifier);
    settle();
    ASSERT_TRUE(isOpen("shiftReportDialog"));
    EXPECT_TRUE(find<QPlainTextEdit>("reportPaper")->toPlainText().contains(QStringLiteral("X report")));
    EXPECT_FALSE(find("reportPrint")->isVisible()) << "there is no printer";
    click("reportPages.moved");
    settle();
    EXPECT_EQ(find<QLabel>("movedAmount0")->text(), QStringLiteral("€20.00"));
    EXPECT_TRUE(find<QLabel>("movedAbout0")->text().contains(QStringLiteral("Change from the bank")));
    click("reportPages.closed");
    settle();
    EXPECT_TRUE(find<QLabel>("reportProblem")->isVisible()) << "nothing was closed yet";
    click("reportDone");
    till.shop.drawer.close(12'000);
    settle();
    till.presenter.openShift(5'000);
    settle();
    ASSERT_TRUE(till.shop.shiftReport.actions().find(u"shift.report")->trigger());
    settle();
    click("reportPages.closed");
    settle();
    click("closedShift0");
    settle();
    EXPECT_TRUE(find<QPlainTextEdit>("reportPaper")->toPlainText().contains(QStringLiteral("Z report 1")));
}

} // namespace crema::testing
