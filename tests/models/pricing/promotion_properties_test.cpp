// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/quote.h"
#include "models/selling/check_sale.h"
#include "models/selling/discount_share.h"
#include "tests/models/promotion_generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

QList<PricedLine> linesOf(const Cart &cart)
{
    QList<PricedLine> lines;
    for (const CartLine &line : cart.lines)
        lines.append(
            {line.variant, line.product, line.unit, line.quantity, line.price.extended(line.quantity).value()});
    return lines;
}

AppliedPromotions applied(const QList<PricedLine> &lines, const QList<Promotion> &promotions)
{
    return applyPromotions(lines, promotions, {}, {});
}

std::int64_t sumOf(const QList<PromotionDiscount> &discounts)
{
    std::int64_t sum = 0;
    for (const PromotionDiscount &each : discounts)
        sum += each.amount.minor();
    return sum;
}

std::int64_t totalOf(const AppliedPromotions &promotions)
{
    std::int64_t sum = sumOf(promotions.cart);
    for (const auto &line : promotions.lines)
        sum += sumOf(line);
    return sum;
}

QList<Promotion> thatStandTogether(const QList<Promotion> &promotions)
{
    QList<Promotion> together;
    for (const Promotion &each : promotions) {
        if (!each.exclusive)
            together.append(each);
    }
    return together;
}

void shuffle(QList<CartLine> &lines)
{
    for (qsizetype i = lines.size() - 1; i > 0; --i)
        lines.swapItemsAt(i, *rc::gen::inRange<qsizetype>(0, i + 1));
}

RC_GTEST_PROP(Promotions, NeverTakeMoreThanThereIs, ())
{
    const QList<PricedLine> lines = linesOf(*testing::cart());
    const AppliedPromotions result = applied(lines, *testing::promotions());
    RC_ASSERT(result.lines.size() == lines.size());
    std::int64_t left = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        RC_ASSERT(sumOf(result.lines[i]) <= lines[i].extended.minor());
        RC_ASSERT(result.lines[i].size() <= maxPromotionsAtOnePlace);
        for (const PromotionDiscount &each : result.lines[i])
            RC_ASSERT(each.amount.minor() > 0);
        left += lines[i].extended.minor() - sumOf(result.lines[i]);
    }
    RC_ASSERT(sumOf(result.cart) <= left);
}

RC_GTEST_PROP(Promotions, SumToTheCentInAQuoteWithDiscountsOfPeople, ())
{
    const Cart cart = *testing::cart();
    const auto include = *testing::pricesInclude();
    const Quote result = quote(cart, {include, *testing::promotions()}).value();
    const Money onTop = include == PricesInclude::NoTax ? result.tax : testing::euro(0);
    RC_ASSERT(result.subtotal - result.discountTotal + onTop == result.total);
    RC_ASSERT(!result.total.isNegative());
    Sale sale = completeSale(result, {{PaymentMethod::Cash, result.total}}, CashRounding{1}, testing::saleHeader())
                    .value_or(Sale());
    if (!result.total.isZero())
        RC_ASSERT(checkSale(sale) == QStringList());
}

RC_GTEST_PROP(Promotions, CostTheSameInWhateverOrderTheLinesCome, ())
{
    Cart cart = *testing::cart();
    for (CartLine &line : cart.lines)
        line.discounts.clear();
    const QList<Promotion> promotions = *testing::promotions();
    const Quote before = quote(cart, {PricesInclude::Tax, promotions}).value();
    shuffle(cart.lines);
    const Quote after = quote(cart, {PricesInclude::Tax, promotions}).value();
    RC_ASSERT(after.total == before.total);
    const bool sameTaxes = after.taxes == before.taxes;
    RC_ASSERT(sameTaxes);
}

RC_GTEST_PROP(Promotions, DoNotDependOnTheOrderInWhichTheyAreKept, ())
{
    const QList<PricedLine> lines = linesOf(*testing::cart());
    QList<Promotion> promotions = *testing::promotions();
    const AppliedPromotions before = applied(lines, promotions);
    std::reverse(promotions.begin(), promotions.end());
    const bool same = applied(lines, promotions) == before;
    RC_ASSERT(same);
}

RC_GTEST_PROP(Promotions, GiveTheCustomerTheBestOfWhatMayNotStandTogether, ())
{
    const QList<PricedLine> lines = linesOf(*testing::cart());
    const QList<Promotion> promotions = *testing::promotions();
    std::int64_t best = totalOf(applied(lines, thatStandTogether(promotions)));
    for (const Promotion &each : promotions) {
        if (each.exclusive)
            best = std::max(best, totalOf(applied(lines, {each})));
    }
    RC_ASSERT(totalOf(applied(lines, promotions)) == best);
}

RC_GTEST_PROP(Promotions, LeaveWhatAPersonGaveToTheirLimit, ())
{
    Cart cart = *testing::cart();
    for (CartLine &line : cart.lines)
        line.discounts.clear();
    cart.discounts.clear();
    const Quote result = quote(cart, {PricesInclude::Tax, *testing::promotions()}).value();
    Sale sale;
    sale.lines = result.lines;
    sale.discounts = result.discounts;
    RC_ASSERT(discountShare(sale) == 0);
}

} // namespace
} // namespace crema
