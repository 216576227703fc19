// SPDX-License-Identifier: GPL-3.0-or-later
// One's own account through the keys of a terminal.
#include "tests/ui/terminal/till_screen_fixture.h"
#include "tests/ui/testing/account_desk.h"
#include "ui/presenters/people/qr_matrix.h"
#include "ui/terminal/people/person_screen.h"

#include <QFile>
#include <QTemporaryDir>

namespace crema::terminal::testing {

using namespace crema::testing;

class AccountScreensTest : public TillScreenTest
{
protected:
    void openAccount()
    {
        start();
        signAdaIn(desk);
        settle();
        application.open(screens.account());
        settle();
    }

    void showCodes()
    {
        openAccount();
        type(u"4");
        type(u"right password\n");
        type(u"123456\n");
        ASSERT_TRUE(isOn(u"RECOVERY CODES")) << pane().toStdString();
    }

    [[nodiscard]] bool isOn(QStringView title) const { return terminal.canvas().rowText(0).startsWith(title); }
    [[nodiscard]] bool shows(const char *text) const { return pane().contains(QString::fromLatin1(text)); }
};

TEST_F(AccountScreensTest, EndsAnotherSessionOnceThatIsAnswered)
{
    openAccount();
    EXPECT_TRUE(shows("Office laptop")) << pane().toStdString();
    type(u"1");
    EXPECT_TRUE(isOn(u"YOUR ACCOUNT")) << "the one at hand is not ended here";
    type(u"2");
    ASSERT_TRUE(isOn(u"SIGN OUT")) << pane().toStdString();
    type(u"2");
    EXPECT_EQ(shop.account.rows().size(), 2);
    type(u"2");
    type(u"1");
    EXPECT_TRUE(isOn(u"YOUR ACCOUNT"));
    EXPECT_EQ(shop.account.rows().size(), 1);
}

TEST_F(AccountScreensTest, WhoSwitchedByPinSignsInAndTheirPasswordIsNotShown)
{
    desk.failAccount = nobodyThere();
    desk.loginCode = QStringLiteral("123456");
    openAccount();
    EXPECT_TRUE(shows("@larkmoor.example")) << pane().toStdString();
    type(u"\n");
    type(u"right password");
    EXPECT_FALSE(shows("right")) << pane().toStdString();
    type(u"\n");
    EXPECT_TRUE(shows("One-time code")) << pane().toStdString();
    type(u"000000\n");
    EXPECT_TRUE(shows("ERR")) << pane().toStdString();
    type(u"123456\n");
    EXPECT_TRUE(shows("Office laptop")) << pane().toStdString();
}

TEST_F(AccountScreensTest, AnotherPasswordIsTypedTwice)
{
    openAccount();
    type(u"3");
    type(u"right password\nnine blue kettles\nnine red kettles\n");
    EXPECT_TRUE(shows("ERR")) << pane().toStdString();
    EXPECT_TRUE(shows("New password")) << "the present one is known: " << pane().toStdString();
    type(u"nine blue kettles\nnine blue kettles\n");
    EXPECT_TRUE(shop.password.isKept()) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(isOn(u"YOUR ACCOUNT"));
}

TEST_F(AccountScreensTest, TheSecretStandsInGroupsAndTheCodesInPages)
{
    openAccount();
    type(u"4");
    type(u"right password\n");
    EXPECT_TRUE(shows("JBSW Y3DP EHPK 3PXP")) << pane().toStdString();
    type(u"123456\n");
    ASSERT_TRUE(isOn(u"RECOVERY CODES"));
    EXPECT_TRUE(shows("kxqm-7r2d-vt5h-1wpc")) << pane().toStdString();
    type(u".4\n");
    EXPECT_TRUE(isOn(u"YOUR ACCOUNT")) << pane().toStdString();
    EXPECT_TRUE(shop.authenticator.recoveryCodes().isEmpty());
}

TEST_F(AccountScreensTest, CodesThatHaveNoRoomAreOnTheNextPage)
{
    terminal.resize({40, 10});
    showCodes();
    EXPECT_FALSE(shows("-10wpc")) << pane().toStdString();
    EXPECT_TRUE(shows("F8: 5 more")) << pane().toStdString();
    press(Key::F8);
    EXPECT_TRUE(shows("-10wpc")) << pane().toStdString();
    EXPECT_FALSE(shows("-1wpc"));
    press(Key::F8);
    EXPECT_TRUE(shows("-1wpc")) << pane().toStdString();
}

TEST_F(AccountScreensTest, ALargeTerminalDrawsTheQrCode)
{
    terminal.resize({80, 40});
    openAccount();
    type(u"4");
    type(u"right password\n");
    const QrMatrix code = QrMatrix::of(shop.authenticator.uri());
    const Canvas &canvas = terminal.canvas();
    for (int row = 0; row < code.width() + 2 * QrMatrix::quietZone; ++row) {
        for (int column = 0; column < code.width() + 2 * QrMatrix::quietZone; ++column) {
            const Cell &cell = canvas.cell({1 + row / 2, column});
            EXPECT_EQ(cell.style.tone, Tone::Paper);
            const bool isUpper = row % 2 == 0;
            const bool isDark = cell.text == QChar(0x2588) || cell.text == QChar(isUpper ? 0x2580 : 0x2584);
            ASSERT_EQ(isDark, code.isDark(row - QrMatrix::quietZone, column - QrMatrix::quietZone));
        }
    }
    EXPECT_TRUE(shows("JBSW Y3DP"));
}

TEST_F(AccountScreensTest, LeavingCodesThatNobodyKeptAsksFirst)
{
    showCodes();
    press(Key::F10);
    EXPECT_TRUE(isOn(u"RECOVERY CODES")) << "nothing leads away from them unasked";
    press(Key::F3);
    ASSERT_TRUE(isOn(u"LEAVE")) << pane().toStdString();
    type(u"2");
    EXPECT_TRUE(isOn(u"RECOVERY CODES"));
    press(Key::F3);
    type(u"1");
    EXPECT_TRUE(isOn(u"YOUR ACCOUNT")) << pane().toStdString();
    EXPECT_TRUE(shop.authenticator.recoveryCodes().isEmpty());
}

TEST_F(AccountScreensTest, CodesAreSavedToAFile)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("codes.txt"));
    showCodes();
    press(Key::F2);
    type(path);
    type(u"\n");
    EXPECT_TRUE(QFile::exists(path)) << pane().toStdString();
    EXPECT_TRUE(isOn(u"RECOVERY CODES"));
}

TEST_F(AccountScreensTest, AnotherPersonFindsNothingOfTheOneBefore)
{
    showCodes();
    becomePerson(desk, QStringLiteral("Bea Brandt"));
    settle();
    EXPECT_FALSE(shows("kxqm")) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(isOn(u"YOUR ACCOUNT")) << pane().toStdString();
}

TEST_F(AccountScreensTest, OfAColleagueItShowsAndEndsWhereTheyAreSignedIn)
{
    start();
    desk.addExamplePeople();
    const auto jonas = *std::ranges::find(desk.peopleHere(), QStringLiteral("Jonas Brandt"), &Person::name);
    signInToo(desk, jonas, {QStringLiteral("Old tablet")});
    shop.people.arrive();
    shop.people.open(jonas.id.toString());
    application.open(std::make_unique<PersonScreen>(application, clock, MenuEnter::AfterPause, shop.people));
    settle();
    ASSERT_TRUE(isOn(u"Jonas Brandt")) << pane().toStdString();
    press(Key::F8); // five lines fit on this terminal
    type(u"3");
    ASSERT_TRUE(isOn(u"SIGNED IN")) << pane().toStdString();
    EXPECT_TRUE(shows("Old tablet")) << pane().toStdString();
    EXPECT_FALSE(shows("Another password")) << pane().toStdString();
    type(u"1");
    ASSERT_TRUE(isOn(u"SIGN OUT")) << pane().toStdString();
    type(u"1");
    EXPECT_TRUE(isOn(u"SIGNED IN")) << pane().toStdString();
    EXPECT_TRUE(shows("Signed in nowhere")) << pane().toStdString();
}

TEST_F(AccountScreensTest, WhoLeftIsErasedAfterAskingWhyAndWhetherItIsSure)
{
    terminal.resize({80, 24});
    start();
    desk.addExamplePeople();
    const auto paula = *std::ranges::find(desk.peopleHere(), QStringLiteral("Paula Weiß"), &Person::name);
    shop.people.arrive();
    shop.people.open(paula.id.toString());
    application.open(std::make_unique<PersonScreen>(application, clock, MenuEnter::AfterPause, shop.people));
    settle();
    type(u"8");
    ASSERT_TRUE(isOn(u"ERASE PERSON")) << pane().toStdString();
    EXPECT_TRUE(shows("Erase Paula")) << pane().toStdString();
    type(u"2");
    EXPECT_TRUE(shows("Nobody can take it back")) << pane().toStdString();
    type(u"1");
    EXPECT_FALSE(desk.lastEraseReason()) << "the first answer keeps them";
    EXPECT_TRUE(isOn(u"Paula Weiß")) << pane().toStdString();
    type(u"8");
    type(u"1");
    type(u"2");
    EXPECT_EQ(desk.lastEraseReason(), EraseReason::Requested) << pane().toStdString();
    EXPECT_TRUE(isOn(u"Erased person")) << pane().toStdString();
    EXPECT_FALSE(shows("paula")) << pane().toStdString();
}

TEST_F(AccountScreensTest, ABadgeIsMadeShownOnceAndScannedInTheMiddleOfASale)
{
    start();
    desk.addExamplePeople();
    const auto jonas = *std::ranges::find(desk.peopleHere(), QStringLiteral("Jonas Brandt"), &Person::name);
    shop.people.arrive();
    shop.people.open(jonas.id.toString());
    application.open(std::make_unique<PersonScreen>(application, clock, MenuEnter::AfterPause, shop.people));
    settle();
    press(Key::F8); // five lines fit on this terminal
    type(u"1");
    ASSERT_TRUE(isOn(u"BADGE")) << pane().toStdString();
    ASSERT_TRUE(shop.people.madeBadge());
    const QString code = shop.people.madeBadge()->code;
    press(Key::F4);
    EXPECT_TRUE(isOn(u"Jonas Brandt")) << pane().toStdString();
    scan(code);
    EXPECT_EQ(desk.state().person->name, QStringLiteral("Jonas Brandt"));
    shop.lock.lock();
    settle();
    scan(code);
    EXPECT_EQ(shop.lock.mode(), LockMode::Open);
    scan(QStringLiteral("CB") + QString(34, u'0'));
    EXPECT_EQ(shop.lock.mode(), LockMode::Switching);
    EXPECT_TRUE(isOn(u"SIGN IN")) << pane().toStdString();
}

} // namespace crema::terminal::testing
