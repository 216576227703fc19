// SPDX-License-Identifier: GPL-3.0-or-later
// Coupons at the till: scanned or typed, shown with what they give or why they give nothing yet, left out again, and
// kept with the open cart.
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

const QString flatWhite = QStringLiteral("4006381333931");

Promotion withCode(quint32 number, const QString &name, const PromotionAction &action, const QString &code,
                   std::int64_t limit = 0)
{
    Promotion promotion;
    promotion.id = PromotionId(QUuid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    promotion.name = name;
    promotion.action = action;
    promotion.coupons = {{code, limit}};
    return promotion;
}

class TillCoupons : public ::testing::Test
{
protected:
    TillCoupons()
    {
        const Currency euro = *Currency::fromCode(u"EUR");
        const AmountOff two{Price{Money(200, euro), 1}, PromotionTarget::Cart};
        till.desk.addPromotion(withCode(1, QStringLiteral("Welcome"), two, QStringLiteral("WELCOME-2")));
        Promotion three =
            withCode(2, QStringLiteral("Round"), PercentOff{1'000, PromotionTarget::Cart}, QStringLiteral("ROUND"));
        three.conditions.minQuantity = 3;
        till.desk.addPromotion(three);
        till.desk.addPromotion(withCode(3, QStringLiteral("Once"), two, QStringLiteral("ONCE"), 1));
    }

    [[nodiscard]] const QList<CouponChip> &chips() const { return presenter.totals().coupons; }
    [[nodiscard]] QString said() const
    {
        return presenter.message() ? presenter.message()->text + presenter.message()->hint : QString();
    }

    Till till;
    TillPresenter &presenter = till.presenter;
    CartStepPresenter &steps = till.shop.cartSteps;
};

} // namespace

TEST_F(TillCoupons, AScanThatIsNoArticleButACouponIsTakenAsOne)
{
    QSignalSpy unknown(&presenter, &TillPresenter::codeUnknown);
    QSignalSpy found(&presenter, &TillPresenter::codeFound);
    presenter.enterCode(flatWhite);
    presenter.enterCode(QStringLiteral("welcome-2"));
    EXPECT_EQ(unknown.count(), 0);
    EXPECT_EQ(found.count(), 2);
    ASSERT_EQ(chips().size(), 1);
    EXPECT_EQ(chips().first().code, QStringLiteral("WELCOME-2"));
    EXPECT_EQ(chips().first().effectText, QStringLiteral("−€2.00"));
    EXPECT_TRUE(chips().first().gives);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€1.80"));
    EXPECT_TRUE(steps.whyOfSale().join(u'\n').contains(QStringLiteral("with the coupon WELCOME-2")));
    presenter.enterCode(QStringLiteral("NO-SUCH-CODE"));
    EXPECT_EQ(unknown.count(), 1) << "what is neither is asked about as before";
}

TEST_F(TillCoupons, OneThatGivesNothingYetSaysWhatIsMissing)
{
    presenter.enterCode(flatWhite);
    presenter.enterCode(QStringLiteral("ROUND"));
    ASSERT_EQ(chips().size(), 1);
    EXPECT_EQ(chips().first().effectText, QStringLiteral("needs 2 more"));
    EXPECT_FALSE(chips().first().gives);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€3.80"));
    EXPECT_TRUE(steps.whyOfSale().last().contains(QStringLiteral("needs 2 more")));
    const auto rows = till.shop.display.view().rows;
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const AmountRow &row) {
        return row.label == QStringLiteral("Coupon ROUND") && row.amountText == QStringLiteral("needs 2 more");
    }));
    presenter.enterCode(QStringLiteral("2*") + flatWhite);
    EXPECT_TRUE(chips().first().gives);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€10.26"));
}

TEST_F(TillCoupons, IsRefusedWithWordsWhenItIsTakenAlreadyOrUsedUp)
{
    QSignalSpy refused(&presenter, &TillPresenter::codeRefused);
    presenter.enterCode(flatWhite);
    presenter.enterCode(QStringLiteral("WELCOME-2"));
    presenter.enterCode(QStringLiteral("WELCOME-2"));
    EXPECT_EQ(chips().size(), 1);
    EXPECT_EQ(refused.count(), 1);
    EXPECT_TRUE(said().contains(QStringLiteral("taken already"))) << qPrintable(said());
    presenter.startPaying();
    till.clock.advance(1000);
    presenter.completeCash();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    presenter.enterCode(QStringLiteral("ONCE"));
    EXPECT_TRUE(said().contains(QStringLiteral("used up"))) << qPrintable(said());
    EXPECT_TRUE(chips().isEmpty()) << "the next sale has none of the one before";
}

TEST_F(TillCoupons, IsTypedInItsStepAndNothingIsPaidWhileOneIsHalfTyped)
{
    presenter.enterCode(flatWhite);
    steps.open(CartStep::Coupon);
    steps.enterCoupon(QStringLiteral("nobody-knows"));
    EXPECT_EQ(steps.step(), CartStep::Coupon);
    EXPECT_TRUE(steps.couponProblem().contains(QStringLiteral("nobody-knows"))) << qPrintable(steps.couponProblem());
    steps.enterCoupon(QStringLiteral("%"));
    EXPECT_FALSE(steps.couponProblem().isEmpty());
    steps.draftCoupon(QStringLiteral("welc"));
    presenter.startPaying();
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    steps.enterCoupon(QStringLiteral(" welcome-2 "));
    EXPECT_EQ(steps.step(), CartStep::None);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€1.80"));
    presenter.startPaying();
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
}

TEST_F(TillCoupons, AScanInTheStepIsTheCouponAndNothingElse)
{
    presenter.enterCode(flatWhite);
    steps.open(CartStep::Coupon);
    EXPECT_TRUE(steps.takeScan(flatWhite)) << "an article is no coupon, and is not rung up from there";
    EXPECT_EQ(presenter.sale().itemCount(), 1);
    EXPECT_FALSE(steps.couponProblem().isEmpty());
    EXPECT_TRUE(steps.takeScan(QStringLiteral("WELCOME-2")));
    EXPECT_EQ(chips().size(), 1);
    EXPECT_EQ(steps.step(), CartStep::None);
}

TEST_F(TillCoupons, IsLeftOutAndComesBackAndStaysWithACustomer)
{
    till.desk.addExampleCustomers();
    presenter.enterCode(flatWhite);
    presenter.enterCode(QStringLiteral("WELCOME-2"));
    steps.removeCoupon(QStringLiteral("WELCOME-2"));
    EXPECT_TRUE(chips().isEmpty());
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€3.80"));
    presenter.undo();
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€1.80"));
    const Customer customer = till.desk.customersHere().first();
    presenter.changeCart([&](TillSale &sale) { return sale.setCustomer(TillCustomer::of(customer)); });
    EXPECT_EQ(chips().size(), 1);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€1.80"));
}

TEST_F(TillCoupons, IsKeptWithTheOpenCartAndWithAParkedOne)
{
    presenter.enterCode(flatWhite);
    presenter.enterCode(QStringLiteral("WELCOME-2"));
    const QLocale locale(QLocale::English, QLocale::Ireland);
    ShopPresenters again(till.desk, till.clock, till.preferences, locale);
    again.start();
    ASSERT_TRUE(again.openCart.offer().has_value());
    EXPECT_EQ(again.openCart.offer()->totalText, QStringLiteral("€1.80"));
    again.openCart.resume();
    EXPECT_EQ(again.till.sale().cart().coupons, QStringList{QStringLiteral("WELCOME-2")});
    ASSERT_TRUE(again.openCart.hold(QStringLiteral("Table 4")));
    EXPECT_TRUE(again.till.totals().coupons.isEmpty());
    ASSERT_EQ(testing::waiting(till).size(), 1);
    EXPECT_EQ(testing::waiting(till).first().cart.coupons, QStringList{QStringLiteral("WELCOME-2")});
    again.openCart.recall(0);
    EXPECT_EQ(again.till.totals().totalText, QStringLiteral("€1.80"));
}

} // namespace crema
