// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/people/permission.h"
#include "models/pricing/promotion_review.h"
#include "tests/models/promotion_generators.h"
#include "tests/testing/memory_aggregates.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::euro;
using testing::MemoryAggregates;
using testing::promotionOf;
using testing::uuid;

Operation operationOf(QStringView type, QStringView subject, const QUuid &id, const QJsonObject &body)
{
    Operation operation;
    operation.id = OperationId(uuid(900));
    operation.type = type.toString();
    operation.schema = 1;
    operation.subject = {subject.toString(), id};
    operation.body = body;
    return operation;
}

QJsonObject editOf(const QString &field, const QJsonValue &from, const QJsonValue &to)
{
    return editToJson(Edit{{{field, {from, to}}}, {}});
}

class PricingOperations : public ::testing::Test
{
protected:
    Effect apply(const Operation &operation, MergeMode mode = MergeMode::Judge)
    {
        return applyOperation(operation, world, mode);
    }

    Effect create(const Promotion &promotion)
    {
        return apply(
            operationOf(operation::promotionCreate, u"promotion", promotion.id.value(), body::toJson(promotion)));
    }

    MemoryAggregates world;
    Promotion happy = promotionOf(1, PercentOff{1'000});
};

TEST_F(PricingOperations, MakeAPromotionOnce)
{
    EXPECT_EQ(create(happy).outcome, Outcome::Applied);
    EXPECT_EQ(world.promotion(happy.id), happy);
    EXPECT_EQ(create(happy).outcome, Outcome::Refused);
}

TEST_F(PricingOperations, RefuseWhatMakesNoSense)
{
    happy.conditions.from = QDate(2026, 12, 2);
    happy.conditions.until = QDate(2026, 12, 1);
    const Effect effect = create(happy);
    EXPECT_EQ(effect.outcome, Outcome::Refused);
    ASSERT_TRUE(effect.problem);
    EXPECT_EQ(effect.problem->code, QStringLiteral("promotion.rules"));
    EXPECT_FALSE(world.promotion(happy.id));
}

TEST_F(PricingOperations, NeverMergeSilentlyWhatDecidesAboutMoney)
{
    (void)create(happy);
    // Somebody else switched it off meanwhile, from another state than this editor saw.
    const Effect effect = apply(
        operationOf(operation::promotionEdit, u"promotion", happy.id.value(), editOf(QStringLiteral("priority"), 5, 7)),
        MergeMode::Judge);
    EXPECT_EQ(effect.outcome, Outcome::Conflict);
    EXPECT_EQ(world.promotion(happy.id)->priority, 0);
    (void)apply(
        operationOf(operation::promotionEdit, u"promotion", happy.id.value(), editOf(QStringLiteral("priority"), 5, 7)),
        MergeMode::Replay);
    EXPECT_EQ(world.promotion(happy.id)->priority, 0);
    EXPECT_TRUE(body::priceListFields().neverSilent.contains(QStringLiteral("prices")));
}

TEST_F(PricingOperations, KeepAPriceListAndChangeItsPrices)
{
    PriceList list;
    list.id = PriceListId(uuid(2));
    list.name = QStringLiteral("Cafés");
    EXPECT_EQ(
        apply(operationOf(operation::priceListCreate, u"price_list", list.id.value(), body::toJson(list))).outcome,
        Outcome::Applied);
    PriceList after = list;
    after.prices = {{VariantId(uuid(5)), 1, Price{euro(900)}}};
    const Edit edit = editBetween(codec::toJson(list), codec::toJson(after), body::priceListFields());
    EXPECT_EQ(apply(operationOf(operation::priceListEdit, u"price_list", list.id.value(), editToJson(edit))).outcome,
              Outcome::Applied);
    EXPECT_EQ(world.priceList(list.id), after);
}

TEST_F(PricingOperations, AskForTheRightToSetPrices)
{
    for (const QStringView type :
         {operation::promotionCreate, operation::promotionEdit, operation::priceListCreate, operation::priceListEdit})
        EXPECT_EQ(permissionForOperation(type), Permission::PricesEdit);
    EXPECT_EQ(permissionsForField(u"customer", u"price_list"), QList{Permission::PricesEdit});
    EXPECT_EQ(permissionsForField(u"customer", u"group"), QList{Permission::PricesEdit});
}

TEST(PromotionReview, DoubtsWhatThePromotionDoesNotGive)
{
    Promotion promotion = promotionOf(1, PercentOff{1'000});
    promotion.coupons = {{QStringLiteral("TEN"), 0}};
    promotion.conditions.locations = {LocationId(uuid(3))};
    promotion.conditions.until = QDate(2026, 11, 30);
    Sale sale;
    sale.location = LocationId(uuid(3));
    sale.completedAt = *UtcTime::fromString(u"2026-11-30T12:00:00.000Z");
    SaleDiscount given;
    given.tenThousandths = 1'000;
    given.amount = euro(100);
    given.promotion = promotion.id;
    given.coupon = QStringLiteral("TEN");
    EXPECT_FALSE(isDoubtful(given, sale, promotion));
    EXPECT_TRUE(isDoubtful(given, sale, std::nullopt));
    SaleDiscount other = given;
    other.coupon = QStringLiteral("ELSE");
    EXPECT_TRUE(isDoubtful(other, sale, promotion));
    other = given;
    other.tenThousandths = 2'000;
    EXPECT_TRUE(isDoubtful(other, sale, promotion));
    Sale elsewhere = sale;
    elsewhere.location = LocationId(uuid(4));
    EXPECT_TRUE(isDoubtful(given, elsewhere, promotion));
    Sale late = sale;
    late.completedAt = *UtcTime::fromString(u"2026-12-02T12:00:00.000Z");
    EXPECT_TRUE(isDoubtful(given, late, promotion));
    promotion.disabled = true;
    EXPECT_TRUE(isDoubtful(given, sale, promotion));
}

} // namespace
} // namespace crema
