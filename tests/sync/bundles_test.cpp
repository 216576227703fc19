// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles at a till (ADR 064): put together, rung up as what is in them, and taken back part by part.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/pricing/bundle_lines.h"
#include "models/selling/check_sale.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/catalog_reader.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/return_recording.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/shop.h"

#include <gtest/gtest.h>

#include <functional>

namespace crema::sync::testing {
namespace {

class StoreBundlesTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        store = folder.openEnrolled();
        beans = addProduct(*store, QStringLiteral("Beans"), QStringLiteral("BEANS"), 990);
        mug = addProduct(*store, QStringLiteral("Mug"), QStringLiteral("MUG"), 1'490);
        ASSERT_TRUE(openShift(*store));
        move(beans, 7);
        move(mug, 5);
        const auto made = make(QStringLiteral("BOX"), {{beans, Quantity(2)}, {mug, Quantity(1)}}, 2'990);
        ASSERT_TRUE(made) << made.error().message.toStdString();
        box = *made;
    }

    Result<VariantId> make(const QString &sku, const QList<BundleComponent> &components, std::int64_t minor)
    {
        Product product;
        product.name = QStringLiteral("Gift box");
        Variant variant;
        variant.sku = sku;
        variant.price = Price{euro(minor), 1};
        variant.components = components;
        const auto id = store->write([&] { return recordNewProduct(*store, product, {variant}); });
        return id ? Result<VariantId>(store->rows().catalog().variantsOf(*id).first().id) : failure(id.error());
    }

    Result<void> edit(VariantId id, const std::function<void(Variant &)> &change)
    {
        const Variant before = *store->rows().catalog().variant(id);
        Variant after = before;
        change(after);
        return store->write([&] { return recordVariantEdit(*store, before, after); });
    }

    void move(VariantId variant, std::int64_t delta)
    {
        ASSERT_TRUE(store->write(
            [&] { return recordStockAdjust(*store, variant, Quantity(delta), MovementReason::Adjustment, {}); }));
    }

    std::int64_t onHand(VariantId variant)
    {
        return store->rows().selling().onHand(variant, folder.shop.location.id).units();
    }

    VariantView view(VariantId variant)
    {
        const ProductView product =
            store->read([&] { return CatalogReader(*store).productOfVariant(variant); }).value();
        return product.variants.first();
    }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
    VariantId beans;
    VariantId mug;
    VariantId box;
};

TEST_F(StoreBundlesTest, AreSoldAsWhatIsInThemForTheirPrice)
{
    SaleDraft draft = cashSale({box, beans}, 10'000);
    draft.lines[0].quantity = Quantity(2);
    const Result<Sale> sale = sell(*store, draft);
    ASSERT_TRUE(sale) << sale.error().message.toStdString();
    EXPECT_EQ(sale->total, euro(2 * 2'990 + 990));
    ASSERT_EQ(sale->lines.size(), 3);
    EXPECT_EQ(sale->lines[0].variant, beans);
    EXPECT_EQ(sale->lines[0].quantity, Quantity(4));
    EXPECT_EQ(sale->lines[0].price, (Price{euro(990), 1}));
    EXPECT_EQ(sale->lines[0].bundle->name, QStringLiteral("Gift box"));
    EXPECT_EQ(sale->lines[0].bundle->variant, box);
    EXPECT_EQ(saleLineRows(sale->lines), (QList<SaleLineRow>{{0, 2, true}, {2, 1, false}}));
    EXPECT_TRUE(checkSale(*sale).isEmpty());
    EXPECT_EQ(onHand(beans), 7 - 5);
    EXPECT_EQ(onHand(mug), 5 - 2);
    EXPECT_EQ(onHand(box), 0);
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(StoreBundlesTest, AreThereAsOftenAsTheScarcestOfTheirParts)
{
    EXPECT_EQ(view(box).onHand, Quantity(3)) << "seven bags, two in each";
    ASSERT_EQ(view(box).parts.size(), 2);
    EXPECT_EQ(view(box).parts[0].name, QStringLiteral("Beans"));
    EXPECT_EQ(view(box).parts[0].quantity, Quantity(2));
    EXPECT_EQ(view(beans).parts.size(), 0);
    move(mug, -6);
    EXPECT_EQ(view(box).onHand, Quantity(-1));
    const auto counted =
        store->write([&] { return recordStockAdjust(*store, box, Quantity(1), MovementReason::Adjustment, {}); });
    EXPECT_EQ(counted.error().code, QStringLiteral("bundle.no_stock"));
}

TEST_F(StoreBundlesTest, CostAtMostWhatTheirPartsCost)
{
    EXPECT_EQ(make(QStringLiteral("DEAR"), {{beans, Quantity(1)}}, 991).error().code, QStringLiteral("bundle.dearer"));
    EXPECT_EQ(edit(box,
                   [](Variant &each) {
                       each.price = Price{euro(3'471), 1};
                   })
                  .error()
                  .code,
              QStringLiteral("bundle.dearer"));
    // What has become cheaper since is asked for at the till.
    ASSERT_TRUE(edit(mug, [](Variant &each) { each.price = Price{euro(100), 1}; }));
    EXPECT_EQ(sell(*store, cashSale({box}, 5'000))->total, euro(2'080));
    EXPECT_TRUE(edit(box, [](Variant &each) { each.sku = QStringLiteral("BOX-2"); })) << "nobody spoke of its price";
    SaleDraft byHand = cashSale({box}, 5'000);
    byHand.lines[0].price = Price{euro(2'081), 1};
    EXPECT_EQ(sell(*store, byHand).error().code, QStringLiteral("bundle.dearer"));
    byHand.lines[0].price = Price{euro(1'000), 1};
    EXPECT_EQ(sell(*store, byHand)->total, euro(1'000));
}

TEST_F(StoreBundlesTest, AreNotSoldWithWhatIsNotSold)
{
    EXPECT_EQ(make(QStringLiteral("NESTED"), {{box, Quantity(1)}}, 1).error().code, QStringLiteral("bundle.nested"));
    ASSERT_TRUE(edit(mug, [](Variant &each) { each.archived = true; }));
    EXPECT_EQ(sell(*store, cashSale({box}, 5'000)).error().code, QStringLiteral("bundle.archived_component"));
    EXPECT_TRUE(view(box).parts[1].archived);
    ASSERT_TRUE(edit(mug, [](Variant &each) {
        each.archived = false;
        each.price.reset();
    }));
    EXPECT_EQ(sell(*store, cashSale({box}, 5'000)).error().code, QStringLiteral("bundle.unpriced_component"));
    ASSERT_TRUE(edit(mug, [&](Variant &each) { each.components = {{beans, Quantity(1)}}; }));
    EXPECT_EQ(sell(*store, cashSale({box}, 5'000)).error().code, QStringLiteral("bundle.nested"));
}

TEST_F(StoreBundlesTest, ComeBackPartByPart)
{
    const Sale sale = sell(*store, cashSale({box}, 5'000)).value();
    ReturnDraft draft;
    draft.sale = sale.id;
    draft.lines = {{1, Quantity(1), std::nullopt, true, QStringLiteral("damaged")}};
    const auto back = store->write([&] { return recordReturnOf(*store, draft); });
    ASSERT_TRUE(back) << back.error().message.toStdString();
    EXPECT_EQ(back->returns.first().gross, sale.lines[1].gross) << "at what was paid for it";
    EXPECT_EQ(onHand(mug), 5);
    EXPECT_EQ(onHand(beans), 5);
    ReturnDraft whole;
    whole.withoutReceipt = {{box, Quantity(1), std::nullopt, std::nullopt, true, {}}};
    EXPECT_EQ(store->read([&] { return quoteReturn(*store, whole); }).error().code, QStringLiteral("bundle.no_return"));
}

/// What is looked at beside the subject decides whether a replay is right: the view is what a replay of everything
/// makes.
TEST_F(StoreBundlesTest, AreLaidAgainWhenWhatIsInThemChanges)
{
    const Variant part = *store->rows().catalog().variant(mug);
    Variant archived = part;
    archived.archived = true;
    const auto page = [&](std::uint64_t xid, const Variant &variant) {
        const FeedRow row{
            Cursor{1, xid, 1},     entity::variant.toString(), variant.id.value(), QStringLiteral("company"), false,
            codec::toJson(variant)};
        ASSERT_TRUE(keepPage(*store, {{row}, row.cursor, false, {1, xid - 1, 0}, {}}));
    };
    const auto asEverythingLaidAnew = [&] {
        const auto shown = store->rows().catalog().variant(box);
        EXPECT_TRUE(store->write([&]() -> Result<void> {
            store->settle(store->queue().pendingNumbers());
            return {};
        }));
        return store->rows().catalog().variant(box) == shown;
    };
    page(30, archived);
    EXPECT_TRUE(asEverythingLaidAnew());
    page(31, part);
    EXPECT_TRUE(asEverythingLaidAnew());
    EXPECT_TRUE(store->rows().catalog().variant(box));
}

} // namespace
} // namespace crema::sync::testing
