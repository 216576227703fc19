// SPDX-License-Identifier: GPL-3.0-or-later
// The till of the terminal besides ringing up: discount, note, customer, parking, price check, and why.
#include "models/settings/discount_reasons.h"
#include "tests/ui/terminal/till_screen_fixture.h"

#include <algorithm>

namespace crema::terminal {

using namespace testing;

namespace {

/// A flat white and a bag of Guji in the cart; the bag has the mark.
class CartStepsScreenTest : public TillScreenTest
{
protected:
    void begin()
    {
        desk.addExampleCustomers();
        start();
        scan(u"4006381333931");
        scan(u"5901234123457");
        ASSERT_EQ(presenter.lines().size(), 2);
    }

    void choose(QStringView digit)
    {
        press(Key::F8);
        ASSERT_TRUE(title().startsWith(QStringLiteral("SALE"))) << pane().toStdString();
        type(digit);
        settle();
    }

    [[nodiscard]] QString title() const { return terminal.canvas().rowText(0); }
    [[nodiscard]] bool isAtTill() const { return title().startsWith(QStringLiteral("TILL")); }
};

} // namespace

TEST_F(CartStepsScreenTest, ADiscountIsTypedWithItsReason)
{
    begin();
    choose(u"1");
    ASSERT_TRUE(title().startsWith(QStringLiteral("DISCOUNT"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("Guji Natural"))) << pane().toStdString();
    type(u"ten\n");
    EXPECT_TRUE(title().startsWith(QStringLiteral("DISCOUNT"))) << "it can be typed again";
    type(u"10%\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("3 Damaged"))) << pane().toStdString();
    type(u"9\n");
    EXPECT_FALSE(isAtTill()) << "there is no such reason";
    type(u"3\n");
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    EXPECT_EQ(presenter.totals().totalMinor, 380 + 1305);
    EXPECT_EQ(presenter.sale().lines().at(1).discounts.first().label, QStringLiteral("Damaged"));
    EXPECT_TRUE(pane().contains(QStringLiteral("off: Damaged"))) << pane().toStdString();
    // Again for the whole sale, as an amount and with a reason of its own; then it is taken away.
    choose(u"2");
    type(u"250\nBirthday\n");
    settle();
    EXPECT_EQ(presenter.totals().totalMinor, 380 + 1305 - 250);
    EXPECT_TRUE(pane().contains(QStringLiteral("Birthday"))) << pane().toStdString();
    choose(u"2");
    type(u"0\n");
    EXPECT_TRUE(isAtTill());
    EXPECT_EQ(presenter.totals().totalMinor, 380 + 1305);
}

/// A slow line gives the keys of two questions at once.
TEST_F(CartStepsScreenTest, TwoQuestionsInOneBatchOfKeysAreEachAboutTheirOwn)
{
    begin();
    const auto send = [this](QStringView digit, QStringView answer) {
        terminal.send(Key::F8);
        for (const KeyEvent &key : keysOf(digit.toString() + answer.toString())) {
            clock.advance(150);
            terminal.send({key});
        }
    };
    send(u"1", u"10%\nDamaged\n");
    send(u"2", u"250\nBirthday\n");
    send(u"3", u"Gift wrap\n");
    send(u"4", u"Fetched at five\n");
    settle();
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    const TillCart &cart = presenter.sale().cart();
    ASSERT_EQ(cart.lines.at(1).discounts.size(), 1);
    EXPECT_EQ(cart.lines.at(1).discounts.first().label, QStringLiteral("Damaged"));
    ASSERT_EQ(cart.discounts.size(), 1);
    EXPECT_EQ(cart.discounts.first().label, QStringLiteral("Birthday"));
    EXPECT_EQ(cart.lines.at(1).note, QStringLiteral("Gift wrap"));
    EXPECT_EQ(cart.note, QStringLiteral("Fetched at five"));
    EXPECT_EQ(shop.cartSteps.step(), CartStep::None);
}

TEST_F(CartStepsScreenTest, TheReasonsThatTheShopHasSetAreOffered)
{
    begin();
    desk.addSetting(
        PlaceId(desk.state().company.id),
        {shop_setting::discountReasons.toString(), {}, QStringLiteral("Neighbours\nTorn bag"), {}, clock.now(), {}});
    choose(u"1");
    type(u"10%\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("2 Torn bag"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("1-2 or a reason"))) << pane().toStdString();
    type(u"2\n");
    EXPECT_EQ(presenter.sale().lines().at(1).discounts.first().label, QStringLiteral("Torn bag"));
}

TEST_F(CartStepsScreenTest, GoingBackFromTheReasonAsksHowMuchAgainAndThenChangesNothing)
{
    begin();
    choose(u"1");
    type(u"10%\n");
    press(Key::F3);
    EXPECT_TRUE(pane().contains(QStringLiteral("10% is a rate"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(isAtTill());
    EXPECT_EQ(presenter.totals().totalMinor, 1830);
    EXPECT_EQ(shop.cartSteps.step(), CartStep::None);
}

TEST_F(CartStepsScreenTest, ANoteIsTypedAndChanged)
{
    begin();
    choose(u"3");
    type(u"Gift wrap\n");
    EXPECT_TRUE(isAtTill());
    EXPECT_EQ(presenter.sale().lines().at(1).note, QStringLiteral("Gift wrap"));
    choose(u"3");
    type(u"ping\n");
    EXPECT_EQ(presenter.sale().lines().at(1).note, QStringLiteral("Gift wrapping"));
    choose(u"4");
    type(u"Fetched at five\n");
    EXPECT_EQ(presenter.sale().cart().note, QStringLiteral("Fetched at five"));
    EXPECT_TRUE(pane().contains(QStringLiteral("Fetched at five"))) << pane().toStdString();
}

TEST_F(CartStepsScreenTest, ANoteForTheCustomerIsTypedAndChanged)
{
    begin();
    const auto choose4 = [this] {
        press(Key::F8);
        press(Key::F8);
        type(u"4");
    };
    choose4();
    EXPECT_TRUE(pane().contains(QStringLiteral("receipt"))) << pane().toStdString();
    type(u"See you\n");
    EXPECT_TRUE(isAtTill());
    EXPECT_EQ(presenter.sale().cart().customerNote, QStringLiteral("See you"));
    EXPECT_TRUE(pane().contains(QStringLiteral("receipt: See you"))) << pane().toStdString();
    choose4();
    type(u" in May\n");
    EXPECT_EQ(presenter.sale().cart().customerNote, QStringLiteral("See you in May"));
    EXPECT_TRUE(presenter.sale().cart().note.isEmpty());
}

TEST_F(CartStepsScreenTest, PointsOfTheCustomerAreTaken)
{
    begin();
    const auto morgen = std::ranges::find_if(
        desk.customersHere(), [](const Customer &each) { return each.name == QStringLiteral("Café Morgen"); });
    ASSERT_NE(morgen, desk.customersHere().end());
    desk.setPoints(morgen->id, 250);
    choose(u"5");
    type(u"morgen\n");
    settle();
    type(u"1");
    settle();
    ASSERT_TRUE(isAtTill()) << pane().toStdString();
    choose(u"5");
    press(Key::F6);
    settle();
    ASSERT_TRUE(title().startsWith(QStringLiteral("POINTS"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("250"))) << pane().toStdString();
    type(u"900\n");
    settle();
    EXPECT_FALSE(isAtTill()) << "there are not so many";
    type(u"100\n");
    settle();
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    EXPECT_EQ(presenter.totals().totalMinor, 380 + 1450 - 500);
}

TEST_F(CartStepsScreenTest, ACustomerIsFoundAndTakenOffAndANewOneIsMade)
{
    begin();
    choose(u"5");
    ASSERT_TRUE(title().startsWith(QStringLiteral("CUSTOMER"))) << pane().toStdString();
    type(u"morgen\n");
    settle();
    type(u"1");
    settle();
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    EXPECT_EQ(presenter.totals().customerText, QStringLiteral("Café Morgen"));
    choose(u"5");
    press(Key::F7);
    settle();
    EXPECT_TRUE(isAtTill());
    EXPECT_TRUE(presenter.totals().customerText.isEmpty());
    choose(u"5");
    press(Key::F4);
    type(u"Ines Roth\n");
    type(u"ines@roth.example\n");
    type(u"\n");
    settle();
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    EXPECT_EQ(presenter.totals().customerText, QStringLiteral("Ines Roth"));
    EXPECT_TRUE(pane().contains(QStringLiteral("Ines Roth"))) << pane().toStdString();
}

TEST_F(CartStepsScreenTest, ASaleIsHeldUnderANameAndFoundAgain)
{
    begin();
    press(Key::F6);
    ASSERT_TRUE(title().startsWith(QStringLiteral("HOLD"))) << pane().toStdString();
    type(u"Table 4\n");
    EXPECT_TRUE(isAtTill());
    EXPECT_TRUE(presenter.lines().isEmpty());
    scan(u"4006381333931");
    press(Key::F6);
    type(u"\n");
    ASSERT_EQ(shop.openCart.parkedCount(), 2);
    press(Key::F9);
    ASSERT_TRUE(title().startsWith(QStringLiteral("PARKED SALES"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("Table 4"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("€18.30"))) << pane().toStdString();
    type(u"2");
    settle();
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    EXPECT_EQ(presenter.lines().size(), 2);
    EXPECT_EQ(shop.openCart.parkedCount(), 1);
}

TEST_F(CartStepsScreenTest, APriceIsCheckedAndExplainedWithoutRingingUp)
{
    begin();
    choose(u"6");
    ASSERT_TRUE(title().startsWith(QStringLiteral("LOOK UP"))) << pane().toStdString();
    scan(u"4006381333931");
    EXPECT_TRUE(pane().contains(QStringLiteral("€3.80"))) << pane().toStdString();
    press(Key::F3); // to the next question
    press(Key::F3);
    EXPECT_TRUE(isAtTill());
    EXPECT_EQ(presenter.lines().size(), 2);
    choose(u"7");
    ASSERT_TRUE(title().startsWith(QStringLiteral("WHY THIS PRICE"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("€14.50"))) << pane().toStdString();
    type(u"\n");
    EXPECT_TRUE(isAtTill());
}

TEST_F(CartStepsScreenTest, AScanDuringAQuestionIsNotTaken)
{
    begin();
    choose(u"1");
    scan(u"4006381333931");
    EXPECT_EQ(presenter.sale().itemCount(), 2) << pane().toStdString();
}

} // namespace crema::terminal
