// SPDX-License-Identifier: GPL-3.0-or-later
// Coupons and weights at the terminal till: one prompt each.
#include "tests/ui/terminal/till_screen_fixture.h"
#include "ui/presenters/till/till_weighing.h"

namespace crema::terminal {

using namespace testing;

namespace {

class CouponScreenTest : public TillScreenTest
{
protected:
    void begin()
    {
        Promotion welcome;
        welcome.id = PromotionId(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        welcome.name = QStringLiteral("Welcome");
        welcome.action = AmountOff{Price{Money(200, *Currency::fromCode(u"EUR")), 1}, PromotionTarget::Cart};
        welcome.coupons = {{QStringLiteral("WELCOME-2"), 0}};
        desk.addPromotion(welcome);
        desk.addProduct(QStringLiteral("Loose beans"), QStringLiteral("LOOSE"), QString(), 2'490, 1);
        desk.weigh();
        start();
        scan(u"4006381333931");
        ASSERT_EQ(presenter.lines().size(), 1);
    }

    void openCoupon()
    {
        press(Key::F8);
        press(Key::F8);
        type(u"1");
        ASSERT_TRUE(title().startsWith(QStringLiteral("COUPON"))) << pane().toStdString();
    }

    [[nodiscard]] QString title() const { return terminal.canvas().rowText(0); }
    [[nodiscard]] bool isAtTill() const { return title().startsWith(QStringLiteral("TILL")); }
};

} // namespace

TEST_F(CouponScreenTest, ACouponIsTypedAndItsNumberLeavesItOut)
{
    begin();
    openCoupon();
    type(u"wrong\n");
    EXPECT_TRUE(title().startsWith(QStringLiteral("COUPON"))) << "it can be typed again";
    type(u"welcome-2\n");
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    EXPECT_EQ(presenter.totals().totalMinor, 180);
    EXPECT_TRUE(pane().contains(QStringLiteral("WELCOME-2"))) << pane().toStdString();
    openCoupon();
    EXPECT_TRUE(pane().contains(QStringLiteral("1 WELCOME-2"))) << pane().toStdString();
    type(u"1\n");
    EXPECT_EQ(presenter.totals().totalMinor, 380);
    press(Key::F3);
    EXPECT_TRUE(isAtTill());
    EXPECT_EQ(shop.cartSteps.step(), CartStep::None);
}

TEST_F(CouponScreenTest, AScanOfACouponIsTakenAtTheTillAndInItsPrompt)
{
    begin();
    scan(u"WELCOME-2");
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    EXPECT_EQ(presenter.totals().totalMinor, 180);
    presenter.removeCoupon(QStringLiteral("WELCOME-2"));
    openCoupon();
    scan(u"WELCOME-2");
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    EXPECT_EQ(presenter.totals().totalMinor, 180);
}

TEST_F(CouponScreenTest, WhatStandsInFrontIsNotClosedInItsPlace)
{
    begin();
    openCoupon();
    press(Key::F1);
    ASSERT_TRUE(title().startsWith(QStringLiteral("HELP"))) << pane().toStdString();
    shop.cartSteps.enterCoupon(QStringLiteral("WELCOME-2"));
    settle();
    EXPECT_TRUE(title().startsWith(QStringLiteral("HELP"))) << pane().toStdString();
    EXPECT_EQ(presenter.totals().totalMinor, 180);
    press(Key::F3);
    EXPECT_TRUE(isAtTill()) << "the coupon is taken, so nobody is asked any more\n" << pane().toStdString();
}

TEST_F(CouponScreenTest, AWeightIsAskedForInOnePrompt)
{
    begin();
    scan(u"LOOSE");
    ASSERT_TRUE(title().startsWith(QStringLiteral("WEIGHT"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("Loose beans"))) << pane().toStdString();
    type(u"much\n");
    EXPECT_TRUE(title().startsWith(QStringLiteral("WEIGHT"))) << "it can be typed again";
    type(u"200\n");
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    ASSERT_EQ(presenter.lines().size(), 2);
    EXPECT_EQ(presenter.lines().at(1).quantityText, QStringLiteral("200 g"));
    scan(u"LOOSE");
    press(Key::F3);
    EXPECT_TRUE(isAtTill()) << pane().toStdString();
    EXPECT_EQ(presenter.lines().size(), 2);
    EXPECT_FALSE(presenter.weighing().view());
}

} // namespace crema::terminal
