// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/promotion_codec.h"
#include "tests/models/promotion_generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

using testing::euro;
using testing::uuid;

RC_GTEST_PROP(PromotionCodec, ReadsWhatItWrites, ())
{
    const Promotion promotion = *testing::promotion();
    const Result<Promotion> read = codec::readPromotion(codec::toJson(promotion));
    RC_ASSERT(read.has_value());
    const bool same = *read == promotion;
    RC_ASSERT(same);
}

TEST(PromotionCodec, KeepsEveryCondition)
{
    Promotion promotion = testing::promotionOf(1, FreeItem{testing::everyTenth(3), 2});
    PromotionConditions &when = promotion.conditions;
    when.articles = {{ProductId(uuid(1))}, {VariantId(uuid(2))}, {CategoryId(uuid(3))}};
    when.customerGroups = {QStringLiteral("Cafés")};
    when.locations = {LocationId(uuid(4))};
    when.from = QDate(2026, 12, 1);
    when.until = QDate(2026, 12, 24);
    when.fromMinute = 0;
    when.untilMinute = 1'440;
    when.weekdays = {1, 7};
    when.minQuantity = 3;
    when.minAmount = euro(1'000);
    promotion.coupons = {{QStringLiteral("TEN"), 5}};
    promotion.disabled = promotion.exclusive = true;
    promotion.priority = -4;
    EXPECT_EQ(codec::readPromotion(codec::toJson(promotion)), promotion);
}

TEST(PromotionCodec, NamesWhatItCannotRead)
{
    QJsonObject json = codec::toJson(testing::promotionOf(1, PercentOff{1'000}));
    json.insert(QStringLiteral("action"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("lottery")}});
    const Result<Promotion> read = codec::readPromotion(json);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().fields.first().field, QStringLiteral("action.kind"));
}

TEST(PromotionCodec, TakesNoMoreThanItsLimits)
{
    Promotion promotion = testing::promotionOf(1, PercentOff{1'000});
    for (qsizetype i = 0; i <= Promotion::maxCoupons; ++i)
        promotion.coupons.append({QStringLiteral("CODE-%1").arg(i), 0});
    EXPECT_FALSE(codec::readPromotion(codec::toJson(promotion)));
    promotion.coupons.removeLast();
    EXPECT_TRUE(codec::readPromotion(codec::toJson(promotion)));
}

TEST(PriceListCodec, ReadsWhatItWrites)
{
    PriceList list;
    list.id = PriceListId(uuid(1));
    list.name = QStringLiteral("Cafés");
    list.onlyByName = list.disabled = true;
    list.customerGroups = {QStringLiteral("Cafés")};
    list.locations = {LocationId(uuid(4))};
    list.from = QDate(2026, 12, 1);
    list.until = QDate(2026, 12, 24);
    list.prices = {{VariantId(uuid(2)), 5, Price{euro(1'990), 1'000}}};
    EXPECT_EQ(codec::readPriceList(codec::toJson(list)), list);
}

} // namespace
} // namespace crema
