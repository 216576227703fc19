// SPDX-License-Identifier: GPL-3.0-or-later
// What is sold and is no article (ADR 059), by its rules alone.
#include "models/operations/apply_selling.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_demand.h"
#include "models/operations/operation_types.h"
#include "models/selling/check_sale.h"
#include "models/selling/complete_sale.h"
#include "models/selling/off_catalog.h"
#include "tests/models/generators.h"
#include "tests/testing/memory_aggregates.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using testing::euro;

const TaxClass standard{TaxClassId(testing::uuid(301)), u"Standard"_s, TaxRate(1'900), true};
const TaxClass reduced{TaxClassId(testing::uuid(302)), u"Reduced"_s, TaxRate(700), false};

Result<CartLine> lineOf(const QString &name, const std::optional<Price> &price, const TaxClass &taxClass = standard)
{
    return offCatalogLine({name, taxClass.id}, price, {standard, reduced});
}

Sale soldOnce()
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = {lineOf(u"Repair"_s, Price{euro(2'500), 1}).value()};
    return completeSale(quote(cart, {}).value(), {{PaymentMethod::Cash, euro(2'500)}}, {}, testing::saleHeader())
        .value();
}

Operation operationOf(const Sale &sale)
{
    Operation operation;
    operation.id = OperationId(sale.id.value());
    operation.type = operation::saleComplete.toString();
    operation.schema = body::schemaOf(sale);
    operation.subject = {u"sale"_s, sale.id.value()};
    operation.location = sale.location;
    operation.registerId = sale.registerId;
    operation.occurredAt = sale.completedAt;
    operation.body = body::toJson(sale);
    return operation;
}

} // namespace

TEST(OffCatalog, ALineHasTheRateOfItsClassAndOneProductForAll)
{
    const Result<CartLine> repair = lineOf(u"  Repair  of a grinder "_s, Price{euro(2'500), 1});
    const Result<CartLine> cups = lineOf(u"Old cups"_s, Price{euro(300), 1}, reduced);
    ASSERT_TRUE(repair && cups);
    EXPECT_EQ(repair->name, u"Repair of a grinder"_s);
    EXPECT_EQ(repair->taxRate, standard.rate);
    EXPECT_EQ(cups->taxRate, reduced.rate);
    EXPECT_EQ(repair->product, cups->product);
    EXPECT_NE(repair->variant, cups->variant);
    EXPECT_TRUE(isOffCatalog(cups->product));
    EXPECT_FALSE(repair->variant.isNull());
}

TEST(OffCatalog, ItNeedsANameAPriceAndATax)
{
    EXPECT_EQ(lineOf(u" "_s, Price{euro(100), 1}).error().code, u"off_catalog.name"_s);
    EXPECT_EQ(lineOf(QString(101, u'x'), Price{euro(100), 1}).error().code, u"off_catalog.name"_s);
    EXPECT_EQ(lineOf(u"Repair"_s, std::nullopt).error().code, u"off_catalog.price"_s);
    EXPECT_EQ(lineOf(u"Repair"_s, Price{euro(0), 1}).error().code, u"off_catalog.price"_s);
    EXPECT_EQ(lineOf(u"Repair"_s, Price{euro(-1), 1}).error().code, u"off_catalog.price"_s);
    EXPECT_EQ(offCatalogLine({u"Repair"_s, reduced.id}, Price{euro(100), 1}, {standard}).error().code,
              u"sale.tax_missing"_s);
}

TEST(OffCatalog, ASaleOfItMovesNoStockAndAsksForItsRight)
{
    const Sale sale = soldOnce();
    EXPECT_EQ(body::schemaOf(sale), 1) << "whoever knows the first schema only can read it";
    const Operation operation = operationOf(sale);
    EXPECT_EQ(demandOf(operation).ofFields, QList{Permission::SalesOffCatalog});
    testing::MemoryAggregates world;
    const Effect effect = applySaleComplete(operation, world, MergeMode::Judge);
    EXPECT_EQ(effect.outcome, Outcome::Applied);
    EXPECT_FALSE(effect.reviews.contains(u"sale.unknown_variant"_s));
    EXPECT_TRUE(world.movements.isEmpty());
}

} // namespace crema
