// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles as operations (ADR 064): made and changed as one field, and sold as what is in them.
#include "models/feed/entity_types.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/pricing/bundle_lines.h"
#include "tests/models/wire_files.h"
#include "tests/models/wire_sales.h"
#include "tests/testing/memory_aggregates.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

using testing::euro;
using testing::wireFile;

Operation wireForm(const QString &name)
{
    return readOperation(wireFile(QStringLiteral("operations/") + name)).value();
}

class BundlesTest : public ::testing::Test
{
protected:
    Effect judge(const Operation &operation, MergeMode mode = MergeMode::Judge)
    {
        return applyOperation(operation, world, mode);
    }

    /// What the wire files speak of: a product, and two variants that are parts of a third.
    void SetUp() override
    {
        const Variant bundle = body::readVariantCreate(wireForm(QStringLiteral("variant.create.2.json"))).value();
        Product product;
        product.id = bundle.product;
        product.name = QStringLiteral("Gift box");
        world.save(product);
        for (const BundleComponent &component : bundle.components) {
            Variant part;
            part.id = component.variant;
            part.product = product.id;
            part.sku = QStringLiteral("PART-%1").arg(++parts);
            part.price = Price{euro(2'000), 1};
            world.save(part);
        }
    }

    Operation editTo(const QList<BundleComponent> &components)
    {
        const Variant before = *world.variant(bundleId());
        Variant after = before;
        after.components = components;
        Operation operation = wireForm(QStringLiteral("variant.edit.2.json"));
        operation.subject.id = before.id.value();
        operation.body = editToJson(editBetween(codec::toJson(before), codec::toJson(after), body::variantFields()));
        return operation;
    }

    static VariantId bundleId() { return VariantId(wireForm(QStringLiteral("variant.create.2.json")).subject.id); }

    testing::MemoryAggregates world;
    int parts = 0;
};

TEST_F(BundlesTest, AreMadeOfWhatThereIs)
{
    const Operation create = wireForm(QStringLiteral("variant.create.2.json"));
    ASSERT_EQ(judge(create).outcome, Outcome::Applied);
    const Variant bundle = *world.variant(bundleId());
    EXPECT_EQ(bundle.components.size(), 2);
    EXPECT_EQ(body::schemaOf(bundle), 2);
    // Another one with it in it, and one with what nobody knows.
    Operation nested = create;
    nested.subject.id = testing::uuid(77);
    nested.body.insert(QStringLiteral("sku"), QStringLiteral("NESTED"));
    nested.body.insert(QStringLiteral("barcodes"), QJsonArray());
    const auto with = [](VariantId part) {
        return QJsonArray{QJsonObject{{QStringLiteral("quantity"), 1}, {QStringLiteral("variant"), part.toString()}}};
    };
    nested.body.insert(QStringLiteral("components"), with(bundle.id));
    const Effect refused = judge(nested);
    EXPECT_EQ(refused.outcome, Outcome::Refused);
    EXPECT_EQ(refused.problem->code, QStringLiteral("bundle.nested"));
    nested.body.insert(QStringLiteral("components"), with(VariantId(testing::uuid(78))));
    EXPECT_EQ(judge(nested).problem->code, QStringLiteral("bundle.unknown_component"));
}

TEST_F(BundlesTest, TwoPeopleWhoChangeOneAreAsked)
{
    ASSERT_EQ(judge(wireForm(QStringLiteral("variant.create.2.json"))).outcome, Outcome::Applied);
    const QList<BundleComponent> before = world.variant(bundleId())->components;
    const Operation mine = editTo({before[0]});
    const Operation theirs = editTo({before[0], {before[1].variant, Quantity(7)}});
    ASSERT_EQ(judge(theirs).outcome, Outcome::Applied);
    const Effect effect = judge(mine);
    EXPECT_EQ(effect.outcome, Outcome::Conflict);
    ASSERT_EQ(effect.conflicts.size(), 1);
    EXPECT_EQ(effect.conflicts.first().field, QStringLiteral("components"));
    EXPECT_EQ(world.variant(bundleId())->components[1].quantity, Quantity(7));
    EXPECT_EQ(judge(mine, MergeMode::Replay).outcome, Outcome::Conflict) << "nor on the device, before anybody decided";
}

TEST_F(BundlesTest, CanBecomeOrdinaryArticlesAgain)
{
    ASSERT_EQ(judge(wireForm(QStringLiteral("variant.create.2.json"))).outcome, Outcome::Applied);
    const Operation none = editTo({});
    EXPECT_EQ(none.body.value(QStringLiteral("fields"))
                  .toObject()
                  .value(QStringLiteral("components"))
                  .toObject()
                  .value(QStringLiteral("to")),
              QJsonValue(QJsonValue::Null));
    EXPECT_EQ(judge(none).outcome, Outcome::Applied);
    EXPECT_FALSE(world.variant(bundleId())->isBundle());
}

TEST_F(BundlesTest, APriceIsChangedAlsoWhereAPartHasBecomeABundleMeanwhile)
{
    ASSERT_EQ(judge(wireForm(QStringLiteral("variant.create.2.json"))).outcome, Outcome::Applied);
    const QList<BundleComponent> components = world.variant(bundleId())->components;
    Variant part = *world.variant(components[0].variant);
    part.components = {components[1]};
    world.save(part);
    const Variant before = *world.variant(bundleId());
    Variant after = before;
    after.price = Price{euro(1), 1};
    Operation operation = wireForm(QStringLiteral("variant.edit.2.json"));
    operation.subject.id = before.id.value();
    operation.body = editToJson(editBetween(codec::toJson(before), codec::toJson(after), body::variantFields()));
    EXPECT_EQ(judge(operation).outcome, Outcome::Applied);
}

/// The sale of two bundles, as the till makes it.
Sale bundleSale(VariantId bundle, const QList<VariantId> &parts)
{
    BundleOffer offer;
    offer.variant = bundle;
    offer.name = QStringLiteral("Gift box");
    offer.price = Price{euro(2'500)};
    offer.quantity = Quantity(2);
    for (const VariantId &part : parts) {
        CartLine line = testing::article(1, 2'000, 1900, 3);
        line.variant = part;
        offer.parts.append(line);
    }
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = bundleLines(offer).value();
    const Quote quoted = quote(cart, {}).value();
    return completeSale(quoted, {Tender{PaymentMethod::Cash, euro(5'000)}}, CashRounding{1}, testing::saleHeader())
        .value();
}

TEST_F(BundlesTest, TakeTheirPartsFromStockAndAreLookedAtWhereTheyAreNone)
{
    ASSERT_EQ(judge(wireForm(QStringLiteral("variant.create.2.json"))).outcome, Outcome::Applied);
    const QList<BundleComponent> components = world.variant(bundleId())->components;
    const QList<VariantId> sold{components[0].variant, components[1].variant};
    const auto taken = [&](const Sale &sale) { return judge(*readOperation(testing::operationBytes(sale))); };
    const Sale sale = bundleSale(bundleId(), sold);
    const Effect effect = taken(sale);
    EXPECT_EQ(effect.outcome, Outcome::Applied);
    EXPECT_FALSE(effect.reviews.contains(QStringLiteral("sale.bundle_invalid")));
    EXPECT_EQ(world.onHand(sold[0]), Quantity(-6));
    EXPECT_EQ(world.onHand(sold[1]), Quantity(-6));
    EXPECT_EQ(world.onHand(bundleId()), Quantity(0)) << "a bundle has no stock of its own";
    Sale other = bundleSale(sold[0], sold);
    other.id = SaleId(testing::uuid(5));
    other.number = QStringLiteral("MAIN-2-000124");
    EXPECT_TRUE(taken(other).reviews.contains(QStringLiteral("sale.bundle_invalid")));
}

/// As a bundle is on the wire: the fourth schema of a sale.
Sale anyBundleSale()
{
    Sale sale = *testing::sale();
    const SaleBundle bundle{*rc::gen::inRange<std::int32_t>(0, 500), VariantId(testing::uuid(900)), *testing::text(),
                            Quantity(*rc::gen::inRange<std::int64_t>(1, 50)), *testing::euroBetween(0, 9)};
    sale.lines.first().bundle = bundle;
    return sale;
}

RC_GTEST_PROP(BundleWire, AllFourCodecsAgree, ())
{
    const Sale sale = anyBundleSale();
    RC_ASSERT(body::schemaOf(sale) == 4);
    testing::expectCodecsAgree(sale, 4);
}

RC_GTEST_PROP(BundleWire, SpoiledBytesAreReadTheSameBothWays, ())
{
    testing::expectSpoiledBytesReadTheSame(testing::operationBytes(anyBundleSale()));
}

} // namespace
} // namespace crema
