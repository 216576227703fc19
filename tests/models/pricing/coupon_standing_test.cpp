// SPDX-License-Identifier: GPL-3.0-or-later
// What a coupon gives for a cart, or why it gives nothing yet.
#include "models/pricing/coupon_standing.h"
#include "tests/models/promotion_generators.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::euro;
using testing::promotionOf;
using testing::uuid;

PricedLine line(std::uint32_t number, std::int64_t minor, std::int64_t quantity = 1)
{
    return {VariantId(uuid(number)), ProductId(uuid(number)), Unit::Piece, Quantity(quantity), euro(minor * quantity)};
}

Promotion withCode(const PromotionAction &action)
{
    Promotion promotion = promotionOf(1, action);
    promotion.coupons = {{QStringLiteral("RAIN"), 0}};
    return promotion;
}

CouponStanding standingOf(const Promotion &promotion, const QList<PricedLine> &lines,
                          const PricingOccasion &occasion = {}, std::int64_t given = 0)
{
    return couponStanding(promotion, QStringLiteral("RAIN"), euro(given), lines, occasion, {});
}

TEST(CouponStanding, SaysWhatItGives)
{
    const CouponStanding standing = standingOf(withCode(PercentOff{1'000}), {line(1, 500)}, {}, 50);
    EXPECT_EQ(standing.lack, CouponLack::Nothing);
    EXPECT_EQ(standing.given, euro(50));
    EXPECT_EQ(standing.promotion, promotionOf(1, PercentOff{1'000}).name);
}

TEST(CouponStanding, NamesThePiecesThatAreMissing)
{
    Promotion promotion = withCode(PercentOff{1'000});
    promotion.conditions.minQuantity = 3;
    EXPECT_EQ(standingOf(promotion, {line(1, 500)}).lack, CouponLack::Quantity);
    EXPECT_EQ(standingOf(promotion, {line(1, 500)}).missingUnits, 2);
    EXPECT_EQ(standingOf(promotion, {}).missingUnits, 3);
    EXPECT_EQ(standingOf(withCode(BuyGet{2, 1}), {line(1, 500), line(2, 300)}).missingUnits, 1);
}

TEST(CouponStanding, NamesTheGramsThatAreMissingWhereAllIsWeighed)
{
    Promotion promotion = withCode(PercentOff{1'000});
    promotion.conditions.minQuantity = 500;
    const PricedLine beans{VariantId(uuid(1)), ProductId(uuid(1)), Unit::Gram, Quantity(200), euro(400)};
    const CouponStanding standing = standingOf(promotion, {beans});
    EXPECT_EQ(standing.missingUnits, 300);
    EXPECT_EQ(standing.unit, Unit::Gram);
}

TEST(CouponStanding, NamesTheAmountThatIsMissing)
{
    Promotion promotion = withCode(AmountOff{Price{euro(200), 1}, PromotionTarget::Cart});
    promotion.conditions.minAmount = euro(2'000);
    const CouponStanding standing = standingOf(promotion, {line(1, 500, 3)});
    EXPECT_EQ(standing.lack, CouponLack::Amount);
    EXPECT_EQ(standing.missingAmount, euro(500));
}

TEST(CouponStanding, SaysForWhomAndWhereAndWhenItHolds)
{
    Promotion promotion = withCode(PercentOff{1'000});
    PricingOccasion occasion;
    occasion.day = QDate(2026, 12, 4); // a Friday
    promotion.conditions.weekdays = {1};
    EXPECT_EQ(standingOf(promotion, {line(1, 500)}, occasion).lack, CouponLack::NotNow);
    promotion.conditions.customerGroups = {QStringLiteral("Regulars")};
    EXPECT_EQ(standingOf(promotion, {line(1, 500)}, occasion).lack, CouponLack::NotForThem);
    EXPECT_EQ(standingOf(promotion, {line(1, 500)}, occasion).groups, QStringList{QStringLiteral("Regulars")});
    promotion.conditions.locations = {LocationId(uuid(9))};
    EXPECT_EQ(standingOf(promotion, {line(1, 500)}, occasion).lack, CouponLack::NotHere);
}

TEST(CouponStanding, TellsWhatIsNotThereFromWhatSomethingElseOutdoes)
{
    PricingOccasion occasion;
    occasion.day = QDate(2026, 12, 4);
    Promotion promotion = withCode(PercentOff{1'000});
    promotion.conditions.articles.variants = {VariantId(uuid(7))};
    EXPECT_EQ(standingOf(promotion, {line(1, 500)}, occasion).lack, CouponLack::NoArticle);
    EXPECT_EQ(standingOf(promotion, {line(7, 500)}, occasion).lack, CouponLack::Outdone);
    ArticleSet biscuits;
    biscuits.variants = {VariantId(uuid(8))};
    EXPECT_EQ(standingOf(withCode(FreeItem{biscuits}), {line(1, 500)}, occasion).lack, CouponLack::FreeItem);
}

} // namespace
} // namespace crema
