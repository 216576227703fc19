// SPDX-License-Identifier: GPL-3.0-or-later
// How a sale is paid at a terminal.
#include "models/settings/modifier_groups.h"
#include "models/settings/tip_choices.h"
#include "tests/ui/terminal/till_screen_fixture.h"

using namespace crema::terminal;
using namespace crema::terminal::testing;
using crema::TillMode;

TEST_F(TillScreenTest, ASaleIsPaidInCash)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"500");
    press(Key::Enter);
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_TRUE(presenter.change().changeText.contains(QStringLiteral("1.20")));
    EXPECT_TRUE(pane().contains(QStringLiteral("1.20"))) << pane().toStdString();
    press(Key::F9);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("RECEIPT"))) << pane().toStdString();
    press(Key::Enter);
    scan(u"96385074");
    EXPECT_EQ(presenter.mode(), TillMode::Selling) << "the next scan begins the next sale";
    EXPECT_EQ(presenter.lines().size(), 1);
}

TEST_F(TillScreenTest, EnterAloneTakesTheExactAmount)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"\n");
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_FALSE(presenter.change().hasChange);
}

TEST_F(TillScreenTest, TooLittleCashIsNotTaken)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"200\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
}

TEST_F(TillScreenTest, EnterAfterTooLittleBooksNothing)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"200\n");
    type(u"\n\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
    type(u"x\n\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "nor what is no amount: " << pane().toStdString();
    type(u"0\n\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "nothing is not the exact amount: " << pane().toStdString();
    press(Key::F4);
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "nor by its other key";
    type(u"380\n");
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
}

TEST_F(TillScreenTest, AZeroIsNotTheExactAmount)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"0\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << pane().toStdString();
}

TEST_F(TillScreenTest, MuchMoreThanIsDueIsTakenOnlyWhenAPersonSaysSo)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"50000\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("CHECK AMOUNT"))) << pane().toStdString();
    type(u"\n\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "Enter does not answer it";
    type(u"2");
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    type(u"\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "and what was not taken is not the exact amount";
    type(u"50000\n");
    type(u"1");
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
    EXPECT_TRUE(presenter.change().changeText.contains(QStringLiteral("496.20")));
}

TEST_F(TillScreenTest, AnAmountThatNobodyHandsOverIsRefused)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"999999999\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
}

TEST_F(TillScreenTest, AShareInCashGivesChange)
{
    start();
    scan(u"5901234123457");
    press(Key::F4);
    type(u"1");
    press(Key::F8);
    EXPECT_TRUE(pane().contains(QStringLiteral("€7.25"))) << pane().toStdString();
    type(u"1000");
    EXPECT_TRUE(pane().contains(QStringLiteral("€2.75"))) << pane().toStdString();
    type(u"\n");
    ASSERT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("PAY"))) << pane().toStdString();
    EXPECT_TRUE(terminal.canvas().rowText(0).contains(QStringLiteral("€2.75"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("€7.25"))) << pane().toStdString();
    type(u"1");
    type(u"50000\n");
    ASSERT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("CHECK AMOUNT"))) << pane().toStdString();
    type(u"1");
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue);
}

TEST_F(TillScreenTest, WhatIsDueIsInSightOnTheSmallestScreenHoweverMuchIsPaid)
{
    terminal.resize({16, 8});
    start();
    scan(u"5901234123457");
    press(Key::F4);
    for (const QStringView part : {u"100", u"200", u"300", u"400"}) {
        type(u"1");
        type(part);
        press(Key::F6);
        ASSERT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("PAY"))) << pane().toStdString();
        EXPECT_TRUE(pane().contains(QStringLiteral("Due"))) << pane().toStdString();
    }
    EXPECT_TRUE(pane().contains(QStringLiteral("€4.50"))) << pane().toStdString();
    type(u"1");
    EXPECT_TRUE(pane().contains(QStringLiteral("Due"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("€4.50"))) << pane().toStdString();
}

TEST_F(TillScreenTest, AScanWhilePayingIsRefusedAndIsNoAmount)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    scan(u"96385074");
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("!! NOT SOLD"))) << pane().toStdString();
    clock.advance(1'000);
    press(Key::Enter);
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_FALSE(presenter.payment().entered);
    EXPECT_EQ(presenter.lines().size(), 1);
}

TEST_F(TillScreenTest, LeavingTheTendersGoesBackToTheSale)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    press(Key::F3);
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    press(Key::F4);
    type(u"1");
    press(Key::F3);
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    EXPECT_EQ(presenter.lines().size(), 1);
}

TEST_F(TillScreenTest, AnEmptyCartCannotBePaid)
{
    start();
    press(Key::F4);
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
}

TEST_F(TillScreenTest, ASaleIsPaidByCard)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"2");
    EXPECT_TRUE(pane().contains(QStringLiteral("Amount by card"))) << pane().toStdString();
    type(u"\n");
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
    EXPECT_EQ(desk.soldHere().last().sale.payments.first().method, crema::PaymentMethod::Card);
    EXPECT_TRUE(pane().contains(QStringLiteral("by card"))) << pane().toStdString();
}

TEST_F(TillScreenTest, WhatIsNoAmountIsNotTakenAsAPart)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"20x");
    press(Key::F6);
    EXPECT_TRUE(presenter.payment().taken.isEmpty()) << "0.20 was typed on the way";
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
}

TEST_F(TillScreenTest, APartInCashAndTheRestByCard)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"200");
    press(Key::F6);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("PAY"))) << "the rest is asked for";
    EXPECT_TRUE(pane().contains(QStringLiteral("1.80"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "what is paid is not left behind: " << pane().toStdString();
    type(u"1");
    press(Key::F3);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("PAY"))) << "it is asked for anew";
    type(u"2");
    clock.advance(1'000);
    type(u"\n");
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
    ASSERT_EQ(desk.soldHere().last().sale.payments.size(), 2);
    EXPECT_EQ(desk.soldHere().last().sale.payments.first().amount.minor(), 180);
}

TEST_F(TillScreenTest, ThePartThatWasTakenLastIsGivenBack)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"200");
    press(Key::F6);
    press(Key::F7);
    EXPECT_TRUE(presenter.payment().taken.isEmpty()) << pane().toStdString();
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("PAY"))) << pane().toStdString();
    type(u"1");
    type(u"200");
    press(Key::F6);
    type(u"1");
    press(Key::F7);
    EXPECT_TRUE(presenter.payment().taken.isEmpty()) << pane().toStdString();
    type(u"\n");
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
}

TEST_F(TillScreenTest, ASaleIsSplitEvenly)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    press(Key::F8);
    EXPECT_TRUE(pane().contains(QStringLiteral("1.90"))) << pane().toStdString();
    type(u"\n");
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("PAY"))) << pane().toStdString();
    type(u"2");
    clock.advance(1'000);
    type(u"\n");
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
    EXPECT_EQ(desk.soldHere().last().sale.payments.size(), 2);
}

TEST_F(TillScreenTest, WhatIsDueInCashIsRounded)
{
    desk.openStore(true, true);
    desk.changeState().location->country = QStringLiteral("NL");
    desk.addProduct(QStringLiteral("Rounded"), QStringLiteral("R"), QStringLiteral("4012345000016"), 1003);
    shop.start();
    application.open(screens.mainMenu());
    application.open(screens.till());
    screens.guard();
    settle();
    scan(u"4012345000016");
    press(Key::F4);
    EXPECT_TRUE(pane().contains(QStringLiteral("Cash €10.05"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("Card €10.03"))) << pane().toStdString();
    type(u"1");
    type(u"\n");
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
    EXPECT_EQ(desk.soldHere().last().sale.payments.first().amount.minor(), 1005);
}

TEST_F(TillScreenTest, OnAccountIsNotTakenWithoutACustomer)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"3");
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("PAY"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("customer"))) << pane().toStdString();
}

TEST_F(TillScreenTest, ATipAndASlipAreNotedWithACard)
{
    start();
    const crema::PlaceId place(desk.state().location->id.value());
    desk.setShopSetting(place, crema::shop_setting::tips.toString(), QJsonValue(), true)
        .then([](const crema::Result<void> &) {});
    scan(u"4006381333931"); // 3.80
    press(Key::F4);
    type(u"2");
    press(Key::F9);
    ASSERT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("TIP"))) << pane().toStdString();
    type(u"much\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
    type(u"10%\n");
    type(u"Visa\n4711\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("To charge"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("Visa 4711"))) << pane().toStdString();
    type(u"\n");
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
    const crema::Payment &paid = presenter.lastSale()->payments.first();
    EXPECT_EQ(paid.tip.minor(), 38);
    EXPECT_EQ(paid.tendered.minor(), 418);
    EXPECT_EQ(paid.card->reference, QStringLiteral("4711"));
}

TEST_F(TillScreenTest, OptionsAreChosenByTheirNumbers)
{
    start();
    const crema::PlaceId place(desk.state().location->id.value());
    const QString groups = QStringLiteral("Milk (1) @ Espresso bar: Whole; Oat +0.50\nExtras @ Flat white: Shot +0.80");
    desk.setShopSetting(place, crema::shop_setting::modifiers.toString(), QJsonValue(), groups)
        .then([](const crema::Result<void> &) {});
    settle();
    scan(u"4006381333931");
    EXPECT_TRUE(pane().contains(QStringLiteral("Milk: choose one"))) << pane().toStdString();
    type(u"2\n");
    settle();
    EXPECT_TRUE(pane().contains(QStringLiteral("Extras"))) << pane().toStdString();
    type(u"1\n");
    settle();
    ASSERT_EQ(presenter.lines().size(), 1) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("Oat, Shot"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("5.10"))) << pane().toStdString();
    scan(u"4006381333931");
    press(Key::F3);
    settle();
    EXPECT_EQ(presenter.lines().size(), 1) << "F3 leaves it out";
    EXPECT_TRUE(pane().contains(QStringLiteral("Scan item"))) << pane().toStdString();
    scan(u"4006381333931");
    press(Key::F10);
    settle();
    press(Key::F3);
    settle();
    EXPECT_TRUE(pane().contains(QStringLiteral("Scan item"))) << pane().toStdString();
}
