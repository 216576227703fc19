// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/checked.h"
#include "models/pricing/quote.h"
#include "models/pricing/tax.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace crema {
namespace {

using testing::article;
using testing::euro;

Cart cartOf(const QList<CartLine> &lines)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = lines;
    return cart;
}

Discount percent(std::int32_t tenThousandths)
{
    return {QStringLiteral("members"), tenThousandths, std::nullopt};
}

Discount off(std::int64_t minor)
{
    return {QStringLiteral("voucher"), std::nullopt, euro(minor)};
}

Quote quoted(const Cart &cart, PricesInclude include = PricesInclude::Tax)
{
    return quote(cart, {include}).value();
}

template<class Part>
std::int64_t sum(const Quote &quote, Part part)
{
    return std::accumulate(quote.lines.begin(), quote.lines.end(), std::int64_t(0),
                           [part](std::int64_t total, const SaleLine &line) { return total + (line.*part).minor(); });
}

TEST(Quote, TakesTheTaxOutOfGrossPricesOncePerRate)
{
    // Three lines of 0.33 at 19 %: 0.99 holds 0.1581 of tax; line by line it would be 3 × 0.05 = 0.15.
    const Quote result = quoted(cartOf({article(1, 33), article(2, 33), article(3, 33)}));
    EXPECT_EQ(result.total, euro(99));
    EXPECT_EQ(result.taxes, (QList<TaxSummary>{{TaxRate(1900), euro(83), euro(16), euro(99)}}));
    EXPECT_EQ(result.lines[0].tax, euro(6));
    EXPECT_EQ(result.lines[1].tax, euro(5));
    EXPECT_EQ(result.lines[2].tax, euro(5));
}

TEST(Quote, PutsTheTaxOnTopOfNetPrices)
{
    const Quote result = quoted(cartOf({article(1, 1000, 700, 3), article(2, 250, 1900)}), PricesInclude::NoTax);
    EXPECT_EQ(result.taxes, (QList<TaxSummary>{{TaxRate(700), euro(3000), euro(210), euro(3210)},
                                               {TaxRate(1900), euro(250), euro(48), euro(298)}}));
    EXPECT_EQ(result.total, euro(3508));
    EXPECT_EQ(result.tax, euro(258));
    EXPECT_EQ(result.subtotal, euro(3250));
}

TEST(Quote, SharesACartDiscountByRateAndThenByLine)
{
    Cart cart = cartOf({article(1, 1000, 700), article(2, 500, 1900), article(3, 500, 1900)});
    cart.discounts = {off(101)};
    const Quote result = quoted(cart);
    EXPECT_EQ(result.total, euro(1899));
    EXPECT_EQ(result.lines[0].cartDiscount, euro(51));
    EXPECT_EQ(result.lines[1].cartDiscount, euro(25));
    EXPECT_EQ(result.lines[2].cartDiscount, euro(25));
    EXPECT_EQ(result.discounts.first().amount, euro(101));
}

TEST(Quote, AppliesDiscountsOneAfterTheOther)
{
    CartLine line = article(1, 1000);
    line.discounts = {percent(1000), off(100), percent(5000)};
    const Quote result = quoted(cartOf({line}));
    EXPECT_EQ(result.total, euro(400));
    EXPECT_EQ(result.lines[0].discounts[0].amount, euro(100));
    EXPECT_EQ(result.lines[0].discounts[1].amount, euro(100));
    EXPECT_EQ(result.lines[0].discounts[2].amount, euro(400));
    EXPECT_EQ(result.discountTotal, euro(600));
}

TEST(Quote, NeverTakesMoreThanThereIs)
{
    Cart cart = cartOf({article(1, 300)});
    cart.discounts = {off(5000), percent(10'000)};
    const Quote result = quoted(cart);
    EXPECT_EQ(result.total, euro(0));
    EXPECT_EQ(result.discounts[0].amount, euro(300));
    EXPECT_EQ(result.discounts[1].amount, euro(0));
    EXPECT_EQ(result.tax, euro(0));
}

TEST(Quote, KeepsPricesBelowACentWhole)
{
    CartLine line = article(1, 0, 2000, 80'995);
    line.price = Price{euro(100), 1000};
    EXPECT_EQ(quoted(cartOf({line})).total, euro(8'100));
    line.price = Price{euro(208)};
    EXPECT_EQ(quoted(cartOf({line})).total, euro(16'846'960));
}

TEST(Quote, RefusesWhatAddsUpToTooMuch)
{
    QList<CartLine> lines;
    for (std::uint32_t i = 0; i < 10; ++i)
        lines.append(article(i, 1'000'000'000'000, 0, 1'000));
    const auto result = quote(cartOf(lines), {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, QStringLiteral("money.overflow"));
}

TEST(Quote, CostsNothingWhenEmpty)
{
    const Quote result = quoted(cartOf({}));
    EXPECT_EQ(result.total, euro(0));
    EXPECT_TRUE(result.taxes.isEmpty());
}

TEST(Quote, RoundsOnlyTheTotalForCash)
{
    const Quote result = quoted(cartOf({article(1, 1098)}));
    EXPECT_EQ(result.cash(CashRounding{5}), (CashDue{euro(1100), euro(2)}));
    EXPECT_EQ(result.total, euro(1098));
}

RC_GTEST_PROP(Quote, SumsAgreeToTheCent, ())
{
    const Cart cart = *testing::cart();
    const auto include = *testing::pricesInclude();
    const Quote result = quoted(cart, include);
    const Money onTop = include == PricesInclude::NoTax ? result.tax : euro(0);
    RC_ASSERT(result.subtotal - result.discountTotal + onTop == result.total);
    RC_ASSERT(sum(result, &SaleLine::gross) == result.total.minor());
    RC_ASSERT(sum(result, &SaleLine::tax) == result.tax.minor());
    RC_ASSERT(sum(result, &SaleLine::net) + result.tax.minor() == result.total.minor());

    std::int64_t cartDiscount = 0;
    for (const SaleDiscount &discount : result.discounts)
        cartDiscount += discount.amount.minor();
    RC_ASSERT(sum(result, &SaleLine::cartDiscount) == cartDiscount);
}

RC_GTEST_PROP(Quote, EachRateAddsUpFromItsLines, ())
{
    const Quote result = quoted(*testing::cart(), *testing::pricesInclude());
    for (const TaxSummary &tax : result.taxes) {
        RC_ASSERT(tax.net + tax.tax == tax.gross);
        std::int64_t gross = 0;
        std::int64_t lineTax = 0;
        for (const SaleLine &line : result.lines) {
            if (line.taxRate != tax.rate)
                continue;
            gross += line.gross.minor();
            lineTax += line.tax.minor();
        }
        RC_ASSERT(gross == tax.gross.minor());
        RC_ASSERT(lineTax == tax.tax.minor());
    }
}

RC_GTEST_PROP(Quote, NoLineEverCostsLessThanNothing, ())
{
    const Quote result = quoted(*testing::cart(), *testing::pricesInclude());
    for (const SaleLine &line : result.lines) {
        RC_ASSERT(line.net.minor() >= 0);
        RC_ASSERT(line.tax.minor() >= 0);
        RC_ASSERT(line.cartDiscount.minor() >= 0);
        RC_ASSERT(line.net + line.tax == line.gross);
    }
}

RC_GTEST_PROP(Quote, TheOrderOfTheLinesChangesNothing, ())
{
    Cart cart = *testing::cart();
    const auto include = *testing::pricesInclude();
    const Quote before = quoted(cart, include);
    for (qsizetype i = cart.lines.size() - 1; i > 0; --i)
        cart.lines.swapItemsAt(i, *rc::gen::inRange<qsizetype>(0, i + 1));
    const Quote after = quoted(cart, include);
    RC_ASSERT(after.total == before.total);
    const bool sameTaxes = after.taxes == before.taxes;
    const bool sameDiscounts = after.discounts == before.discounts;
    RC_ASSERT(sameTaxes);
    RC_ASSERT(sameDiscounts);
}

TEST(TaxClass, IsTheNamedOneOrTheDefaultAndNeverAGuess)
{
    const TaxClass food{TaxClassId(QUuid::createUuidV5(QUuid(), QStringLiteral("food"))), QStringLiteral("Food"),
                        TaxRate(700), false};
    const TaxClass standard{TaxClassId(QUuid::createUuidV5(QUuid(), QStringLiteral("standard"))),
                            QStringLiteral("Standard"), TaxRate(1900), true};
    EXPECT_EQ(*taxClassFor({}, {food, standard}), standard);
    EXPECT_EQ(*taxClassFor(food.id, {food, standard}), food);
    EXPECT_EQ(taxClassFor(food.id, {standard}).error().code, QStringLiteral("sale.tax_missing"));
    EXPECT_EQ(taxClassFor({}, {food}).error().code, QStringLiteral("sale.tax_missing"));
    EXPECT_EQ(taxClassFor({}, {}).error().code, QStringLiteral("sale.tax_missing"));
}

} // namespace
} // namespace crema
