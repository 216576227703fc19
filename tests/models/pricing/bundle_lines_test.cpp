// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles (ADR 064): their parts are lines of their own, and come to the price of the bundle to the cent.
#include "models/pricing/bundle_lines.h"

#include "models/pricing/price_explanation.h"
#include "models/pricing/quote.h"
#include "models/selling/check_sale.h"
#include "models/selling/discount_share.h"
#include "models/selling/return_rules.h"
#include "tests/models/promotion_generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

namespace crema {
namespace {

using testing::article;
using testing::euro;

BundleOffer offerOf(const QList<CartLine> &parts, std::int64_t minor, std::int64_t quantity = 1)
{
    BundleOffer offer;
    offer.variant = VariantId(testing::uuid(900));
    offer.name = QStringLiteral("Gift box");
    offer.price = Price{euro(minor)};
    offer.quantity = Quantity(quantity);
    offer.parts = parts;
    return offer;
}

Cart cartOf(const QList<CartLine> &lines)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = lines;
    return cart;
}

Quote quoted(const BundleOffer &offer, PricesInclude include = PricesInclude::Tax)
{
    return quote(cartOf(bundleLines(offer).value()), {include}).value();
}

Sale soldAs(const Quote &quote)
{
    const bool isFree = quote.total.isZero();
    const QList<Tender> tenders{Tender{isFree ? PaymentMethod::Cash : PaymentMethod::Card, quote.total}};
    return completeSale(quote, tenders, CashRounding{1}, testing::saleHeader()).value();
}

/// A part of one bundle: dear or for nothing, by the piece or by weight, at any rate.
rc::Gen<CartLine> part()
{
    return rc::gen::map(testing::cartLine(), [](CartLine line) {
        line.quantity = Quantity(1 + line.quantity.units() % 500);
        line.discounts.clear();
        return line;
    });
}

std::int64_t worthOf(const QList<CartLine> &parts, std::int64_t bundles)
{
    std::int64_t worth = 0;
    for (const CartLine &each : parts)
        worth += each.price.extended(Quantity(each.quantity.units() * bundles))->minor();
    return worth;
}

/// For nothing up to twice what its parts cost.
BundleOffer anyOffer()
{
    const auto drawn = *rc::gen::nonEmpty(testing::fewOf<CartLine>(6, part()));
    const QList<CartLine> parts(drawn.begin(), drawn.end());
    const std::int64_t quantity = *rc::gen::inRange<std::int64_t>(1, 5);
    const std::int64_t most = worthOf(parts, 1) * 2 + 2;
    return offerOf(parts, *rc::gen::inRange<std::int64_t>(0, most), quantity);
}

TEST(BundleLines, ShareWhatTheBundleTakesOffByWhatPartsCost)
{
    // 9.90 + 9.90 + 14.90 = 34.70 for 29.90: 4.80 go 19.80 : 14.90, which is 2.739 and 2.061.
    const Quote result = quoted(offerOf({article(1, 990, 700, 2), article(2, 1490, 1900)}, 2990));
    ASSERT_EQ(result.lines.size(), 2);
    EXPECT_EQ(result.total, euro(2990));
    EXPECT_EQ(result.lines[0].gross, euro(1980 - 274));
    EXPECT_EQ(result.lines[1].gross, euro(1490 - 206));
    EXPECT_EQ(result.lines[0].discounts.first().label, QStringLiteral("Gift box"));
    EXPECT_EQ(result.lines[0].price, Price{euro(990)}) << "each at its own price";
    EXPECT_EQ(result.taxes.size(), 2) << "each with its own tax";
    EXPECT_EQ(result.lines[0].bundle->quantity, Quantity(1));
}

TEST(BundleLines, CostNoMoreThanTheirPartsAndSayWhereAPersonAskedForMore)
{
    BundleOffer offer = offerOf({article(1, 500), article(2, 400)}, 1000);
    const Quote capped = quoted(offer);
    EXPECT_EQ(capped.total, euro(900));
    EXPECT_TRUE(capped.lines[0].discounts.isEmpty());
    EXPECT_TRUE(checkSale(soldAs(capped)).isEmpty());
    offer.isPriceByHand = true;
    EXPECT_EQ(bundleLines(offer).error().code, QStringLiteral("bundle.dearer"));
    offer.parts.clear();
    EXPECT_EQ(bundleLines(offer).error().code, QStringLiteral("bundle.empty"));
    offer.parts = {article(1, 500, 1900, Quantity::maxLine)};
    offer.quantity = Quantity(2);
    EXPECT_EQ(bundleLines(offer).error().code, QStringLiteral("quantity.range"));
}

TEST(BundleLines, ADiscountByHandIsSharedAsWell)
{
    BundleOffer offer = offerOf({article(1, 1000), article(2, 500)}, 1200);
    offer.discounts = {{QStringLiteral("dented"), std::nullopt, euro(100)}, {QStringLiteral("members"), 1000, {}}};
    offer.note = QStringLiteral("wrap it");
    const Quote result = quoted(offer);
    EXPECT_EQ(result.total, euro(990));
    EXPECT_EQ(result.lines[0].discounts[1].amount + result.lines[1].discounts[1].amount, euro(100));
    EXPECT_EQ(result.lines[0].note, QStringLiteral("wrap it"));
    EXPECT_TRUE(result.lines[1].note.isEmpty());
    // The person gave 2.10 of 12.00; the 3.00 of the bundle are nobody's decision.
    EXPECT_NEAR(discountShare(soldAs(result)), 1'750, 40);
    EXPECT_EQ(discountShare(soldAs(quoted(offerOf({article(1, 1000)}, 1)))), 0);
}

TEST(BundleLines, PromotionsOfArticlesPassOverThemAndThoseOfTheCartDoNot)
{
    const auto lines = bundleLines(offerOf({article(1, 1000), article(2, 500)}, 1200)).value();
    PricingRules rules;
    rules.promotions = {testing::promotionOf(1, PercentOff{5'000, PromotionTarget::Lines}),
                        testing::promotionOf(2, BuyGet{0, 1, 10'000, 0})};
    EXPECT_EQ(quote(cartOf(lines), rules)->total, euro(1200));
    EXPECT_EQ(quote(cartOf(lines + QList<CartLine>{article(1, 1000)}), rules)->total, euro(1200))
        << "the one beside it is free";
    rules.promotions = {testing::promotionOf(3, PercentOff{1'000, PromotionTarget::Cart})};
    rules.promotions.first().conditions.minAmount = euro(1200);
    EXPECT_EQ(quote(cartOf(lines), rules)->total, euro(1080)) << "and what it costs counts for the threshold";
}

TEST(BundleLines, JoinNoLineAndAreOneRow)
{
    const auto lines = bundleLines(offerOf({article(1, 1000), article(2, 500)}, 1200)).value();
    const Cart cart = addLine(cartOf(lines), article(1, 1000)).value();
    ASSERT_EQ(cart.lines.size(), 3);
    const Quote result = quote(cart, {}).value();
    EXPECT_EQ(saleLineRows(result.lines), (QList<SaleLineRow>{{0, 2, true}, {2, 1, false}}));
    EXPECT_EQ(rowListAmount(result.lines, {0, 2, true}, PricesInclude::Tax), euro(1200));
    EXPECT_EQ(rowListAmount(result.lines, {2, 1, false}, PricesInclude::Tax), euro(1000));
    Cart wrong = cartOf(lines);
    wrong.lines[0].bundle->off = euro(1001);
    EXPECT_EQ(checkedCart(wrong).error().code, QStringLiteral("bundle.off"));
}

TEST(BundleLines, SayWhyTheyCostWhatTheyCost)
{
    const Quote result = quoted(offerOf({article(1, 990, 700, 2), article(2, 1490, 1900)}, 2990));
    const QList<PriceStep> steps = explainBundle(result.lines, PricesInclude::Tax);
    ASSERT_EQ(steps.size(), 5);
    EXPECT_EQ(steps[0], (PriceStep{PriceStepKind::Part, QStringLiteral("Article 1"), {}, euro(1980)}));
    EXPECT_EQ(steps[1], (PriceStep{PriceStepKind::Part, QStringLiteral("Article 2"), {}, euro(1490)}));
    EXPECT_EQ(steps[2], (PriceStep{PriceStepKind::Bundle, QStringLiteral("Gift box"), {}, euro(-480)}));
    EXPECT_EQ(steps[3].kind, PriceStepKind::Tax);
    EXPECT_EQ(steps[4], (PriceStep{PriceStepKind::Total, {}, {}, euro(2990)}));
}

TEST(BundleLines, OneOfThemComesBackForWhatWasPaidForIt)
{
    const Sale sale = soldAs(quoted(offerOf({article(1, 990, 700, 2), article(2, 1490, 1900)}, 2990)));
    const QList<ReturnPick> picks{ReturnPick{1, Quantity(1), std::nullopt, true, {}}};
    const auto taken = takeBack(sale, {}, picks);
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->first().gross, euro(1490 - 206));
}

TEST(BundleLines, AreReviewedWhereTheyDoNotSayTheTruth)
{
    const Sale good = soldAs(quoted(offerOf({article(1, 990, 700, 2), article(2, 1490, 1900)}, 2990)));
    EXPECT_TRUE(checkSale(good).isEmpty());
    const auto isNamed = [&](const std::function<void(SaleLine &)> &spoil) {
        Sale sale = good;
        spoil(sale.lines[1]);
        return checkSale(sale).contains(QStringLiteral("sale.bundle_mismatch"));
    };
    EXPECT_TRUE(isNamed([](SaleLine &line) { line.bundle->off = euro(1); }));
    EXPECT_TRUE(isNamed([](SaleLine &line) { line.bundle->name = QStringLiteral("Other"); }));
    EXPECT_TRUE(isNamed([](SaleLine &line) { line.bundle->quantity = Quantity(0); }));
    EXPECT_TRUE(isNamed([](SaleLine &line) { line.bundle->place = -1; }));
    EXPECT_TRUE(isNamed([](SaleLine &line) { line.discounts.first().label = QStringLiteral("Mine"); }));
}

RC_GTEST_PROP(BundleLines, ComeToTheirPriceOrToWhatPartsCost, ())
{
    const BundleOffer offer = anyOffer();
    const PricesInclude include = *testing::pricesInclude();
    const Quote result = quoted(offer, include);
    const std::int64_t asked = offer.price.amount.minor() * offer.quantity.units();
    const std::int64_t worth = worthOf(offer.parts, offer.quantity.units());
    const SaleLineRow row{0, result.lines.size(), true};
    RC_ASSERT(saleLineRows(result.lines) == QList<SaleLineRow>{row});
    RC_ASSERT(rowListAmount(result.lines, row, include).minor() == std::min(asked, worth));
    RC_ASSERT(result.subtotal.minor() == worth);
    RC_ASSERT(checkSale(soldAs(result)).isEmpty());
    RC_ASSERT(discountShare(soldAs(result)) == 0);
}

RC_GTEST_PROP(BundleLines, TakeOffNoPartMoreThanItCosts, ())
{
    BundleOffer offer = anyOffer();
    offer.discounts = *testing::discounts();
    const auto lines = bundleLines(offer);
    RC_ASSERT(lines.has_value());
    RC_ASSERT(checkedCart(cartOf(*lines)).has_value());
    const Quote result = quoted(offer);
    for (const SaleLine &line : result.lines)
        RC_ASSERT(!line.gross.isNegative());
    RC_ASSERT(result.subtotal - result.discountTotal == result.total);
    RC_ASSERT(bundleLines(offer).value() == *lines); // the same cart costs the same everywhere
}

RC_GTEST_PROP(BundleLines, LeaveWhatPromotionsGiveForTheRestAsItIs, ())
{
    const Cart plain = *testing::cart();
    const auto drawn = *testing::fewOf<Promotion>(4, testing::promotion());
    PricingRules rules;
    for (const Promotion &each : drawn) {
        const auto *percent = std::get_if<PercentOff>(&each.action);
        const auto *amount = std::get_if<AmountOff>(&each.action);
        const bool isOfCart = (percent && percent->target == PromotionTarget::Cart) ||
                              (amount && amount->target == PromotionTarget::Cart);
        // What asks for anything at all counts bundles as well.
        if (!isOfCart && !each.conditions.articles.isEverything())
            rules.promotions.append(each);
    }
    Cart both = plain;
    both.discounts.clear();
    Cart without = both;
    BundleOffer offer = anyOffer();
    both.lines += bundleLines(offer).value();
    const Quote more = quote(both, rules).value();
    const Quote less = quote(without, rules).value();
    for (qsizetype i = 0; i < less.lines.size(); ++i)
        RC_ASSERT(more.lines[i].discounts == less.lines[i].discounts);
}

} // namespace
} // namespace crema
