// SPDX-License-Identifier: GPL-3.0-or-later
// Coupons and weights in the window: by the keyboard alone, by touch, and by a scanner that leaves no letter behind.
#include "tests/ui/desktop/window_fixture.h"
#include "ui/presenters/till/till_weighing.h"

#include <QLineEdit>

namespace crema {

namespace {

using testing::WindowTest;

const QString flatWhite = QStringLiteral("4006381333931");

class CouponWindow : public WindowTest
{
protected:
    CouponWindow()
    {
        Promotion welcome;
        welcome.id = PromotionId(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        welcome.name = QStringLiteral("Welcome");
        welcome.action = AmountOff{Price{Money(200, *Currency::fromCode(u"EUR")), 1}, PromotionTarget::Cart};
        welcome.coupons = {{QStringLiteral("WELCOME-2"), 0}};
        till.desk.addPromotion(welcome);
        till.desk.addProduct(QStringLiteral("Loose beans"), QStringLiteral("LOOSE"), QString(), 2'490, 1);
        till.desk.weigh();
        scan(flatWhite);
    }
};

} // namespace

TEST_F(CouponWindow, IsTypedAndStandsInTheCartUntilItIsTouched)
{
    press(Qt::Key_K, Qt::AltModifier);
    settle();
    ASSERT_TRUE(find("couponPanel")->isVisible());
    ASSERT_EQ(focus(), find("couponCode"));
    type(QStringLiteral("wrong"));
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(find("couponCode_problem")->isVisible());
    type(QStringLiteral("welcome-2")); // what was refused is selected
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("couponPanel")->isVisible());
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€1.80"));
    ASSERT_TRUE(find("cartCoupon0")->isVisible());
    click("cartCoupon0");
    settle();
    EXPECT_FALSE(find("cartCoupon0")->isVisible());
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€3.80"));
}

TEST_F(CouponWindow, AScanLeavesNoLetterInTheFieldOfTheCoupon)
{
    press(Qt::Key_K, Qt::AltModifier);
    settle();
    scan(QStringLiteral("NOSUCH-77"));
    EXPECT_EQ(find<QLineEdit>("couponCode")->text(), QString());
    EXPECT_TRUE(find("couponPanel")->isVisible());
    scan(QStringLiteral("WELCOME-2"));
    EXPECT_FALSE(find("couponPanel")->isVisible());
    EXPECT_EQ(till.presenter.totals().coupons.size(), 1);
}

TEST_F(CouponWindow, AWeightIsAskedForWithTheFocusInItsField)
{
    scan(QStringLiteral("LOOSE"));
    ASSERT_TRUE(find("weightPanel")->isVisible());
    ASSERT_EQ(focus(), find("weightValue"));
    scan(flatWhite);
    EXPECT_EQ(find<QLineEdit>("weightValue")->text(), QString()) << "a scan is no weight";
    EXPECT_EQ(till.presenter.lines().size(), 1);
    type(QStringLiteral("200"));
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("weightPanel")->isVisible());
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("200 g"));
    // Later, by touch.
    press(Qt::Key_L, Qt::AltModifier);
    settle();
    ASSERT_TRUE(find("weightPanel")->isVisible());
    for (const char *key : {"weightKey4", "weightKey0", "weightKey0"})
        click(key);
    click("weightTake");
    settle();
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("400 g"));
}

TEST_F(CouponWindow, EscapeLeavesTheItemOutAndTheKeysMeanTheTillAgain)
{
    scan(QStringLiteral("LOOSE"));
    press(Qt::Key_Escape);
    settle();
    EXPECT_FALSE(till.presenter.weighing().view());
    EXPECT_EQ(till.presenter.lines().size(), 1);
    press(Qt::Key_Plus);
    EXPECT_EQ(till.presenter.sale().itemCount(), 2);
}

} // namespace crema
