// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/price_explanation.h"
#include "models/pricing/quote.h"
#include "tests/models/promotion_generators.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::article;
using testing::euro;
using testing::promotionOf;
using testing::uuid;

PricedLine line(std::uint32_t number, std::int64_t minor, std::int64_t quantity = 1)
{
    return {VariantId(uuid(number)), ProductId(uuid(number)), Unit::Piece, Quantity(quantity), euro(minor * quantity)};
}

ArticleSet variants(const std::vector<std::uint32_t> &numbers)
{
    ArticleSet set;
    for (const std::uint32_t number : numbers)
        set.variants.append(VariantId(uuid(number)));
    return set;
}

/// What each line and, last, the cart costs less.
std::vector<std::int64_t> off(const QList<PricedLine> &lines, const QList<Promotion> &promotions,
                              const PricingOccasion &occasion = {}, const ProductCategories &categories = {})
{
    const AppliedPromotions applied = applyPromotions(lines, promotions, occasion, categories);
    std::vector<std::int64_t> result;
    for (const auto &discounts : applied.lines) {
        result.push_back(0);
        for (const PromotionDiscount &each : discounts)
            result.back() += each.amount.minor();
    }
    result.push_back(0);
    for (const PromotionDiscount &each : applied.cart)
        result.back() += each.amount.minor();
    return result;
}

using Off = std::vector<std::int64_t>;

PricingOccasion friday(int hour, int minute = 0)
{
    PricingOccasion occasion;
    occasion.day = QDate(2026, 12, 4);
    occasion.minute = hour * 60 + minute;
    return occasion;
}

TEST(Promotion, TakesAPercentageOffTheLinesOfItsArticles)
{
    Promotion promotion = promotionOf(1, PercentOff{1'000});
    promotion.conditions.articles = variants({2});
    EXPECT_EQ(off({line(1, 500), line(2, 333, 3)}, {promotion}), (Off{0, 100, 0}));
}

TEST(Promotion, KnowsTheCategoriesOfAProduct)
{
    Promotion promotion = promotionOf(1, PercentOff{5'000});
    promotion.conditions.articles.categories = {CategoryId(uuid(70))};
    const ProductCategories categories{{ProductId(uuid(2)), {CategoryId(uuid(71)), CategoryId(uuid(70))}}};
    EXPECT_EQ(off({line(1, 500), line(2, 500)}, {promotion}, {}, categories), (Off{0, 250, 0}));
}

TEST(Promotion, TakesAnAmountOffEachBaseQuantity)
{
    const Promotion promotion = promotionOf(1, AmountOff{Price{euro(200), 1'000}});
    PricedLine beans = line(1, 2, 1'500);
    beans.unit = Unit::Gram;
    EXPECT_EQ(off({beans}, {promotion}), (Off{300, 0}));
}

TEST(Promotion, MakesTheCheapestOfThreeFree)
{
    const Promotion promotion = promotionOf(1, BuyGet{2, 1});
    EXPECT_EQ(off({line(1, 500), line(2, 300), line(3, 400)}, {promotion}), (Off{0, 300, 0, 0}));
    EXPECT_EQ(off({line(1, 500), line(2, 300)}, {promotion}), (Off{0, 0, 0}));
    EXPECT_EQ(off({line(1, 500, 6)}, {promotion}), (Off{1'000, 0}));
}

TEST(Promotion, GivesNoMoreOftenThanItSays)
{
    EXPECT_EQ(off({line(1, 500, 9)}, {promotionOf(1, BuyGet{2, 1, 5'000, 2})}), (Off{500, 0}));
}

TEST(Promotion, SellsABundleForItsPrice)
{
    const Promotion promotion = promotionOf(1, BundleFor{{{variants({1, 2}), 1}, {variants({3}), 2}}, euro(800)});
    // The dearest that fits a part: 400 and 2 × 300 are 1,000, which is 200 too much.
    EXPECT_EQ(off({line(1, 350), line(2, 400), line(3, 300, 2)}, {promotion}), (Off{0, 80, 120, 0}));
    EXPECT_EQ(off({line(1, 350), line(3, 300)}, {promotion}), (Off{0, 0, 0}));
    EXPECT_EQ(off({line(1, 100), line(3, 100, 2)}, {promotion}), (Off{0, 0, 0})) << "it never costs more";
}

TEST(Promotion, GivesAFreeItemFromAnAmountOnThatTheItemIsNoPartOf)
{
    Promotion promotion = promotionOf(1, FreeItem{variants({9})});
    promotion.conditions.minAmount = euro(3'000);
    EXPECT_EQ(off({line(1, 2'500), line(9, 800)}, {promotion}), (Off{0, 0, 0}));
    EXPECT_EQ(off({line(1, 3'000), line(9, 800, 2)}, {promotion}), (Off{0, 800, 0}));
}

TEST(Promotion, TakesOffTheWholeCartFromAnAmountOn)
{
    Promotion promotion = promotionOf(1, AmountOff{Price{euro(500)}, PromotionTarget::Cart});
    promotion.conditions.minAmount = euro(2'000);
    EXPECT_EQ(off({line(1, 1'999)}, {promotion}), (Off{0, 0}));
    EXPECT_EQ(off({line(1, 2'000)}, {promotion}), (Off{0, 500}));
}

TEST(Promotion, OfAHigherPriorityComesFirst)
{
    Promotion percent = promotionOf(1, PercentOff{5'000});
    Promotion amount = promotionOf(2, AmountOff{Price{euro(100)}});
    EXPECT_EQ(off({line(1, 500)}, {percent, amount}), (Off{350, 0}));
    amount.priority = 1;
    EXPECT_EQ(off({line(1, 500)}, {percent, amount}), (Off{300, 0}));
}

TEST(Promotion, ThatStandsAloneIsGivenWhereItIsTheBetterOne)
{
    Promotion alone = promotionOf(1, PercentOff{3'000});
    alone.exclusive = true;
    const Promotion small = promotionOf(2, PercentOff{2'000});
    const Promotion other = promotionOf(3, PercentOff{2'000});
    EXPECT_EQ(off({line(1, 1'000)}, {alone, small}), (Off{300, 0}));
    EXPECT_EQ(off({line(1, 1'000)}, {alone, small, other}), (Off{360, 0}));
}

TEST(Promotion, HoldsInItsHoursByTheWallClock)
{
    Promotion promotion = promotionOf(1, PercentOff{1'000});
    promotion.conditions.fromMinute = 16 * 60;
    promotion.conditions.untilMinute = 18 * 60;
    EXPECT_FALSE(holdsAt(promotion, friday(15, 59)));
    EXPECT_TRUE(holdsAt(promotion, friday(16)));
    EXPECT_FALSE(holdsAt(promotion, friday(18)));
    // Berlin is an hour ahead of UTC in December and two in July.
    const UtcTime winter = *UtcTime::fromString(u"2026-12-04T15:00:00.000Z");
    const UtcTime summer = *UtcTime::fromString(u"2026-07-03T15:00:00.000Z");
    EXPECT_EQ(at({}, winter, "Europe/Berlin").minute, 16 * 60);
    EXPECT_EQ(at({}, summer, "Europe/Berlin").minute, 17 * 60);
}

TEST(Promotion, OverMidnightBelongsToTheDayItBegan)
{
    Promotion promotion = promotionOf(1, PercentOff{1'000});
    promotion.conditions.fromMinute = 22 * 60;
    promotion.conditions.untilMinute = 2 * 60;
    promotion.conditions.weekdays = {4};
    EXPECT_TRUE(holdsAt(promotion, friday(1)));
    EXPECT_FALSE(holdsAt(promotion, friday(23)));
    promotion.conditions.weekdays = {5};
    promotion.conditions.until = QDate(2026, 12, 3);
    EXPECT_FALSE(holdsAt(promotion, friday(23)));
}

TEST(Promotion, HoldsOnItsDaysAtItsPlacesForItsGroups)
{
    Promotion promotion = promotionOf(1, PercentOff{1'000});
    promotion.conditions.from = QDate(2026, 12, 4);
    promotion.conditions.until = QDate(2026, 12, 4);
    promotion.conditions.locations = {LocationId(uuid(5))};
    promotion.conditions.customerGroups = {QStringLiteral("Staff")};
    PricingOccasion occasion = friday(12);
    occasion.location = LocationId(uuid(5));
    occasion.customerGroup = QStringLiteral("staff ");
    EXPECT_TRUE(holdsAt(promotion, occasion));
    PricingOccasion other = occasion;
    other.customerGroup.clear();
    EXPECT_FALSE(holdsAt(promotion, other));
    other = occasion;
    other.location = LocationId(uuid(6));
    EXPECT_FALSE(holdsAt(promotion, other));
    other = occasion;
    other.day = QDate(2026, 12, 5);
    EXPECT_FALSE(holdsAt(promotion, other));
    promotion.disabled = true;
    EXPECT_FALSE(holdsAt(promotion, occasion));
}

TEST(Promotion, WaitsForItsCouponAndSaysWhichCodesGaveNothing)
{
    Promotion promotion = promotionOf(1, PercentOff{1'000});
    promotion.coupons = {{QStringLiteral("WELCOME-10"), 0}};
    PricingOccasion occasion;
    EXPECT_EQ(off({line(1, 1'000)}, {promotion}, occasion), (Off{0, 0}));
    occasion.coupons = {QStringLiteral("OTHER"), couponCode(u" welcome-10 ")};
    const AppliedPromotions applied = applyPromotions({line(1, 1'000)}, {promotion}, occasion, {});
    ASSERT_EQ(applied.lines.first().size(), 1);
    EXPECT_EQ(applied.lines.first().first().coupon, QStringLiteral("WELCOME-10"));
    EXPECT_EQ(applied.spareCoupons, (QStringList{QStringLiteral("OTHER")}));
}

TEST(Promotion, InAnotherCurrencyGivesNothing)
{
    const Promotion promotion = promotionOf(1, AmountOff{Price{Money(100, testing::currency(u"USD"))}});
    EXPECT_EQ(off({line(1, 1'000)}, {promotion}), (Off{0, 0}));
}

TEST(Promotion, IsKeptOnlyWhereItMakesSense)
{
    Promotion promotion = promotionOf(1, PercentOff{10'001});
    promotion.conditions.fromMinute = 60;
    promotion.coupons = {{QStringLiteral("abc"), 0}, {QStringLiteral("ABC"), 0}};
    const Result<Promotion> checked = checkedPromotion(promotion);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, QStringLiteral("promotion.rules"));
    QStringList fields;
    for (const FieldProblem &each : checked.error().fields)
        fields.append(each.field);
    EXPECT_EQ(fields, (QStringList{QStringLiteral("conditions.until_minute"), QStringLiteral("action.rate"),
                                   QStringLiteral("coupons")}));
}

TEST(Coupon, IsReadWithoutCaseAndBlanks)
{
    EXPECT_EQ(couponCode(u"we lcome-10"), QStringLiteral("WELCOME-10"));
    EXPECT_EQ(couponCode(u"ab"), QString());
    EXPECT_EQ(couponCode(u"10 % off"), QString());
}

TEST(PriceExplanation, NamesEachStepFromTheCatalogToWhatIsPaid)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = {article(1, 900, 1'900, 2)};
    cart.lines.first().discounts = {{QStringLiteral("Regular"), std::nullopt, euro(100)}};
    cart.discounts = {{QStringLiteral("Cart"), std::nullopt, euro(50)}};
    Promotion promotion = promotionOf(1, PercentOff{1'000});
    promotion.coupons = {{QStringLiteral("TEN"), 0}};
    PricingRules rules{PricesInclude::Tax, {promotion}};
    rules.occasion.coupons = {QStringLiteral("TEN")};
    const Quote result = quote(cart, rules).value();
    const QList<PriceStep> steps =
        explainLine(result.lines.first(), PricesInclude::Tax, {Price{euro(1'000)}, QStringLiteral("Cafés")});
    const QList<PriceStep> expected{
        {PriceStepKind::CatalogPrice, {}, {}, euro(2'000)},
        {PriceStepKind::ListPrice, QStringLiteral("Cafés"), {}, euro(1'800)},
        {PriceStepKind::Promotion, QStringLiteral("Promotion 1"), QStringLiteral("TEN"), euro(-180)},
        {PriceStepKind::Discount, QStringLiteral("Regular"), {}, euro(-100)},
        {PriceStepKind::CartShare, {}, {}, euro(-50)},
        {PriceStepKind::Tax, {}, {}, euro(235)},
        {PriceStepKind::Total, {}, {}, euro(1'470)},
    };
    EXPECT_EQ(steps, expected);
}

} // namespace
} // namespace crema
