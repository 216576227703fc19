// SPDX-License-Identifier: GPL-3.0-or-later
// The till through its keys: what a cashier at a terminal does and sees.
#include "tests/ui/terminal/till_screen_fixture.h"

using namespace crema::terminal;
using namespace crema::terminal::testing;
using crema::TillMode;

TEST_F(TillScreenTest, ADeviceWithoutARegisterIsEnrolledWithAddressAndCode)
{
    start(Device::New, Drawer::Closed);
    EXPECT_TRUE(pane().contains(QStringLiteral("Platform address"))) << pane().toStdString();
    type(u"shop.example\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("One-time code"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(pane().contains(QStringLiteral("Platform address"))) << "F3 goes back to the address";
    type(u"shop.example\n");
    scan(u"K7QP-3M2X");
    EXPECT_EQ(presenter.mode(), TillMode::NoShift) << pane().toStdString();
}

TEST_F(TillScreenTest, TheLockAsksForTheCodeOfAnAuthenticatorAfterThePassword)
{
    start();
    desk.loginCode = QStringLiteral("123456");
    shop.lock.lock();
    settle();
    press(Key::Enter);
    press(Key::F2);
    type(u"mina@larkmoor.example\n");
    type(u"right password\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("One-time code"))) << pane().toStdString();
    type(u"654321\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("One-time code"))) << "the next one may be typed";
    type(u"123456\n");
    EXPECT_FALSE(shop.lock.isCovering()) << pane().toStdString();
}

TEST_F(TillScreenTest, TheLockSetsUpTheAuthenticatorThatTheShopAsksFor)
{
    start();
    desk.addExampleAccount();
    desk.asksForAuthenticator = true;
    shop.lock.lock();
    settle();
    press(Key::Enter);
    press(Key::F2);
    type(u"mina@larkmoor.example\n");
    type(u"right password\n");
    ASSERT_TRUE(pane().contains(QStringLiteral("AUTHENTICATOR"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("Code of the app"))) << pane().toStdString();
    press(Key::F3);
    settle();
    EXPECT_TRUE(shop.lock.isCovering()) << pane().toStdString();
    EXPECT_FALSE(shop.lock.isSettingUp());
    type(u"right password\n");
    type(u"123456\n");
    ASSERT_TRUE(pane().contains(QStringLiteral("RECOVERY CODES"))) << pane().toStdString();
    press(Key::F4);
    EXPECT_TRUE(shop.lock.isCovering());
    EXPECT_TRUE(pane().contains(QStringLiteral("One-time code"))) << pane().toStdString();
    type(u"654321\n");
    EXPECT_FALSE(shop.lock.isCovering()) << pane().toStdString();
}

TEST_F(TillScreenTest, TheLockSetsAPasswordWithACodeThatWasMailed)
{
    start();
    shop.lock.lock();
    settle();
    press(Key::Enter);
    press(Key::F2);
    type(u"mina@larkmoor.example\n");
    press(Key::F2);
    EXPECT_TRUE(pane().contains(QStringLiteral("Code of the mail"))) << pane().toStdString();
    press(Key::F2);
    settle();
    EXPECT_TRUE(pane().contains(QStringLiteral("on its way"))) << pane().toStdString();
    type(u"AAAA\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("New password"))) << pane().toStdString();
    type(u"right password\n");
    settle();
    EXPECT_TRUE(pane().contains(QStringLiteral("Code of the mail"))) << "it did not fit: " << pane().toStdString();
    type(u"k7qp-3m2x-9tra\n");
    type(u"right password\n");
    settle();
    EXPECT_FALSE(shop.lock.isCovering()) << pane().toStdString();
}

TEST_F(TillScreenTest, AClosedDrawerAsksForTheFloatAndOpens)
{
    start(Device::Enrolled, Drawer::Closed);
    scan(u"4006381333931");
    EXPECT_TRUE(presenter.lines().isEmpty());
    EXPECT_EQ(presenter.mode(), TillMode::NoShift) << "a scan is never taken for an amount";
    press(Key::Enter);
    type(u"10000\n");
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    EXPECT_TRUE(pane().contains(QStringLiteral("100.00"))) << pane().toStdString();
}

TEST_F(TillScreenTest, ScansFillTheCart)
{
    start();
    scan(u"4006381333931");
    scan(u"96385074");
    type(u"2*");
    scan(u"5901234123457");
    ASSERT_EQ(presenter.lines().size(), 3) << pane().toStdString();
    EXPECT_EQ(presenter.lines().at(2).quantityText, QStringLiteral("2"));
    EXPECT_EQ(presenter.totals().totalMinor, 380 + 340 + 2 * 1450);
    EXPECT_EQ(terminal.bells(), 3) << "one for each item";
}

TEST_F(TillScreenTest, TwoHundredScansInOneReadAreTwoHundredItems)
{
    start();
    terminal.sendAtOnce(QStringLiteral("4006381333931\n").repeated(200));
    for (int turn = 0; turn < 50; ++turn)
        settle();
    EXPECT_EQ(presenter.totals().itemCount, 200);
}

TEST_F(TillScreenTest, ATypedNumberIsTheQuantityOfTheLastLine)
{
    start();
    scan(u"4006381333931");
    type(u"3\n");
    EXPECT_EQ(presenter.lines().at(0).quantityText, QStringLiteral("3"));
    type(u"+");
    EXPECT_EQ(presenter.lines().at(0).quantityText, QStringLiteral("4"));
}

TEST_F(TillScreenTest, AnUnknownCodeStopsUntilEnter)
{
    start();
    scan(u"4006381333931");
    scan(u"9999999999994");
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("!! NOT SOLD"))) << pane().toStdString();
    scan(u"96385074");
    EXPECT_EQ(presenter.lines().size(), 1) << "nobody scans past an error";
    clock.advance(1'000);
    press(Key::Enter);
    scan(u"96385074");
    EXPECT_EQ(presenter.lines().size(), 2);
}

TEST_F(TillScreenTest, ALineIsTakenOutByItsNumberAndComesBack)
{
    start();
    scan(u"4006381333931");
    scan(u"96385074");
    type(u"1");
    press(Key::F7);
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.lines().at(0).name, QStringLiteral("Café crème"));
    press(Key::F7);
    EXPECT_EQ(presenter.lines().size(), 2) << "F7 alone takes the last change back";
    type(u"7");
    press(Key::F7);
    EXPECT_TRUE(pane().contains(QStringLiteral("\nline 7\n"))) << pane().toStdString();
}

TEST_F(TillScreenTest, AProductIsFoundByWordAndChosenByDigit)
{
    start();
    press(Key::F2);
    type(u"guji\n");
    settle();
    type(u"1");
    ASSERT_EQ(presenter.lines().size(), 1) << pane().toStdString();
    EXPECT_EQ(presenter.lines().at(0).name, QStringLiteral("Guji Natural 250 g"));
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("TILL")));
}

TEST_F(TillScreenTest, ASlashSearches)
{
    start();
    type(u"/guji\n");
    settle();
    type(u"1");
    EXPECT_EQ(presenter.lines().size(), 1) << pane().toStdString();
}

TEST_F(TillScreenTest, ADigitAfterTheSaleShowsTheReceiptOrBeginsTheNextSale)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1\n");
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    type(u"1");
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("RECEIPT"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue);
    type(u"3");
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
}

TEST_F(TillScreenTest, AScanAfterTheSaleThatBeginsWithOneShowsNoReceipt)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1\n");
    clock.advance(500);
    for (const KeyEvent &key : keysOf(u"1006381333931\n")) {
        clock.advance(25);
        terminal.send({key});
    }
    settle();
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("!! NOT SOLD"))) << pane().toStdString();
}

TEST_F(TillScreenTest, TypedTextSurvivesEveryResize)
{
    start();
    scan(u"4006381333931");
    type(u"HOUS");
    for (const Size size : {Size{80, 24}, Size{20, 16}, Size{40, 12}, Size{14, 6}, Size{20, 16}})
        terminal.resize(size);
    EXPECT_TRUE(pane().contains(QStringLiteral("> HOUS"))) << pane().toStdString();
    type(u"E-1000\n");
    EXPECT_EQ(presenter.lines().size(), 2) << pane().toStdString();
}

TEST_F(TillScreenTest, AnInterruptedSaleIsOfferedAndGoesOn)
{
    desk.openStore(true, true);
    {
        crema::ShopPresenters before(desk, clock, preferences, QLocale());
        before.start();
        before.till.enterCode(QStringLiteral("2*4006381333931"));
    }
    start();
    EXPECT_TRUE(pane().contains(QStringLiteral("Resume sale    €7.60"))) << pane().toStdString();
    scan(u"96385074");
    EXPECT_TRUE(presenter.lines().isEmpty()) << "a scan does not answer for the person";
    press(Key::F3);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("MAIN"))) << "F3 puts the answer off";
    type(u"81");
    settle();
    EXPECT_TRUE(pane().contains(QStringLiteral("Resume sale"))) << pane().toStdString();
    type(u"1");
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.totals().totalMinor, 760);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("TILL")));
}

TEST_F(TillScreenTest, AParkedSaleIsCalledUpAndGoesOnOrIsDiscarded)
{
    desk.openStore(true, true);
    {
        crema::ShopPresenters before(desk, clock, preferences, QLocale());
        before.start();
        before.till.enterCode(QStringLiteral("2*4006381333931"));
    }
    start();
    type(u"2");
    settle();
    EXPECT_TRUE(presenter.lines().isEmpty());
    ASSERT_TRUE(shop.openCart.parkedCount() == 1);
    press(Key::F9);
    settle();
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("PARKED SALES"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_EQ(shop.openCart.parkedCount(), 1) << "it waits for later";
    press(Key::F9);
    settle();
    type(u"1");
    settle();
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.totals().totalMinor, 760);
    EXPECT_EQ(shop.openCart.parkedCount(), 0);
    press(Key::F9);
    settle();
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("TILL"))) << "nothing is parked any more";
}

TEST_F(TillScreenTest, AnInterruptedSaleIsDiscardedByWhoSaysSo)
{
    desk.openStore(true, true);
    {
        crema::ShopPresenters before(desk, clock, preferences, QLocale());
        before.start();
        before.till.enterCode(QStringLiteral("2*4006381333931"));
    }
    start();
    type(u"3");
    settle();
    EXPECT_FALSE(shop.openCart.offer().has_value());
    EXPECT_EQ(shop.openCart.parkedCount(), 0);
    EXPECT_TRUE(presenter.lines().isEmpty());
}

TEST_F(TillScreenTest, TheOkToneComesWhenTheItemIsKept)
{
    start();
    desk.holdAnswers(true);
    scan(u"4006381333931");
    EXPECT_EQ(terminal.bells(), 0);
    desk.holdAnswers(false);
    settle();
    EXPECT_EQ(terminal.bells(), 1);
}

TEST_F(TillScreenTest, TheShiftIsCountedAndClosedCalmly)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1\n\n");
    press(Key::F10);
    type(u"831");
    EXPECT_FALSE(pane().contains(QStringLiteral("103.80"))) << "the count is blind";
    type(u"10180\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("€101.80"))) << pane().toStdString();
    type(u"1");
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("Z REPORT"))) << pane().toStdString();
    type(u"\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("−€2.00"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("expected"))) << pane().toStdString();
    EXPECT_FALSE(pane().contains(QStringLiteral("ERR"))) << pane().toStdString();
    EXPECT_EQ(presenter.mode(), TillMode::NoShift);
}

TEST_F(TillScreenTest, AShiftWithAnOpenSaleIsNotClosed)
{
    start();
    scan(u"4006381333931");
    press(Key::F10);
    type(u"831");
    EXPECT_TRUE(pane().contains(QStringLiteral("A sale is in the"))) << pane().toStdString();
    press(Key::Enter);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("TILL"))) << pane().toStdString();
    EXPECT_EQ(presenter.lines().size(), 1);
}

TEST_F(TillScreenTest, DigitsTypedAheadReachTheTillInTwo)
{
    start();
    press(Key::F3);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("MAIN"))) << pane().toStdString();
    terminal.sendAtOnce(u"81");
    clock.advance(200);
    settle();
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("TILL Harbour"))) << pane().toStdString();
}

TEST_F(TillScreenTest, AMenuBarcodeOpensItsArea)
{
    start();
    scan(u"4006381333931");
    scan(u"MENU-83");
    clock.advance(200);
    settle();
    clock.advance(200);
    settle();
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("SHIFT"))) << pane().toStdString();
    EXPECT_EQ(presenter.lines().size(), 1) << "the state is kept";
}

TEST_F(TillScreenTest, LeavingAsksWhenSomethingIsUnsentAndOnlyThen)
{
    start();
    scan(u"4006381333931");
    int left = 0;
    QObject::connect(&application, &TerminalApplication::finished, &application, [&left] { ++left; });
    terminal.interrupt();
    settle();
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("LEAVE"))) << pane().toStdString();
    type(u"2");
    EXPECT_EQ(left, 0);
    press(Key::Delete);
    terminal.interrupt();
    EXPECT_EQ(left, 1) << "nothing is open and nothing waits";
}

TEST_F(TillScreenTest, ColonQLeaves)
{
    start();
    int left = 0;
    QObject::connect(&application, &TerminalApplication::finished, &application, [&left] { ++left; });
    type(u":q\n");
    EXPECT_EQ(left, 1);
}

TEST_F(TillScreenTest, TheHintRowNamesOnlyKeysThatWorkHere)
{
    start();
    const auto hints = [this] { return terminal.canvas().rowText(terminal.size().height - 1); };
    terminal.resize({80, 24});
    EXPECT_FALSE(hints().contains(QStringLiteral("F4"))) << "an empty cart is not paid: " << hints().toStdString();
    EXPECT_FALSE(hints().contains(QStringLiteral("F7"))) << hints().toStdString();
    scan(u"4006381333931");
    EXPECT_TRUE(hints().contains(QStringLiteral("F4 Pay"))) << hints().toStdString();
    EXPECT_TRUE(hints().contains(QStringLiteral("F7 Undo"))) << hints().toStdString();
    type(u"1");
    EXPECT_TRUE(hints().contains(QStringLiteral("F7 Remove"))) << hints().toStdString();
}

TEST_F(TillScreenTest, AnotherPersonSignsInByPinThatIsNeverShown)
{
    desk.openStore(true, true);
    desk.addPerson(QStringLiteral("Jonas Brandt"), crema::Role::Barista);
    start();
    press(Key::F3);
    type(u"0");
    EXPECT_TRUE(pane().contains(QStringLiteral("1 Jonas Brandt"))) << pane().toStdString();
    type(u"1");
    type(u"9999\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
    type(u"1234");
    EXPECT_TRUE(pane().contains(QStringLiteral("****"))) << pane().toStdString();
    EXPECT_FALSE(pane().contains(QStringLiteral("1234"))) << pane().toStdString();
    type(u"\n");
    EXPECT_EQ(presenter.header().personName, QStringLiteral("Jonas Brandt"));
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("MAIN"))) << pane().toStdString();
}

TEST_F(TillScreenTest, ALockedDeviceLetsNothingThrough)
{
    start();
    shop.lock.lock();
    settle();
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("SIGNED OUT"))) << pane().toStdString();
    scan(u"4006381333931");
    scan(u"MENU-81");
    press(Key::F3);
    press(Key::F10);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("SIGNED OUT"))) << pane().toStdString();
    EXPECT_TRUE(presenter.lines().isEmpty());
    type(u"1");
    type(u"1234\n");
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("TILL"))) << pane().toStdString();
}
