// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_codec.h"
#include "models/selling/check_sale.h"
#include "models/selling/shift_rules.h"
#include "models/settings/modifier_groups.h"
#include "sync/store/cash_recording.h"
#include "sync/store/catalog_reader.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/product_import.h"
#include "sync/store/sale_reader.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/shop.h"

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

TEST(Selling, NumbersSalesWithoutAGapAlsoAfterARefusedOne)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    ASSERT_TRUE(openShift(*store));
    EXPECT_EQ(sell(*store, cashSale({espresso}, 2'000))->number, QStringLiteral("MAIN-1-000001"));
    const auto tooLittle = sell(*store, cashSale({espresso}, 100));
    ASSERT_FALSE(tooLittle);
    EXPECT_EQ(tooLittle.error().code, QStringLiteral("payment.short"));
    EXPECT_EQ(sell(*store, cashSale({espresso}, 2'000))->number, QStringLiteral("MAIN-1-000002"));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST(Selling, SellsNothingAtATaxThatItDoesNotKnow)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    ASSERT_TRUE(openShift(*store));
    const EntityRef taxClass{entity::taxClass.toString(), folder.shop.taxClass.id.value()};
    const auto lose = [&]() -> Result<void> {
        store->rows().remove(taxClass);
        store->forgetPlace();
        return {};
    };
    ASSERT_TRUE(store->write(lose)) << "as a device that has fetched nothing yet";
    const auto sale = sell(*store, cashSale({espresso}, 2'000));
    ASSERT_FALSE(sale);
    EXPECT_EQ(sale.error().code, QStringLiteral("sale.tax_missing"));
    EXPECT_TRUE(sale.error().hint.contains(QStringLiteral("sync run")));
    const auto quoted = store->read([&] { return quoteSale(*store, cashSale({espresso}, 2'000)); });
    EXPECT_EQ(quoted.error().code, QStringLiteral("sale.tax_missing"));
    folder.shop.enroll(*store);
    EXPECT_EQ(sell(*store, cashSale({espresso}, 2'000))->number, QStringLiteral("MAIN-1-000001"));
}

TEST(Selling, PutsWhatWasChosenIntoThePriceAsThePlaceHasIt)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 250);
    ASSERT_TRUE(openShift(*store));
    const auto offer = [&](const char *text) {
        return store->write([&]() -> Result<void> {
            ShopSettings settings;
            settings.id = PlaceId(folder.shop.location.id.value());
            settings.location = folder.shop.location.id;
            settings.values.insert(shop_setting::modifiers.toString(), QString::fromUtf8(text));
            store->rows().put({entity::settings.toString(), settings.id.value()}, codec::toJson(settings));
            store->forgetPlace();
            return {};
        });
    };
    ASSERT_TRUE(offer("Milk: Oat +0.50; Soy +0.40"));
    const ModifierId oat =
        modifierGroups(store->place().settings, euro(0).currency()).first().modifiers.first().modifier;
    SaleDraft draft = cashSale({espresso}, 1'000);
    draft.lines[0].quantity = Quantity(2);
    draft.lines[0].modifiers = {oat};
    const Result<Sale> sale = sell(*store, draft);
    ASSERT_TRUE(sale) << sale.error().message.toStdString();
    EXPECT_EQ(sale->total, euro(600));
    EXPECT_EQ(sale->lines[0].modifiers, (QList<SaleModifier>{{oat, QStringLiteral("Oat"), euro(50)}}));
    EXPECT_TRUE(checkSale(*sale).isEmpty());
    ASSERT_TRUE(offer("Milk: Soy +0.40"));
    EXPECT_EQ(sell(*store, draft).error().code, QStringLiteral("sale.unknown_modifier"));
    ASSERT_TRUE(offer("Milk: Oat -3"));
    EXPECT_EQ(sell(*store, draft).error().code, QStringLiteral("sale.modifier_price"));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST(Selling, KeepsATipOutOfTheSaleAndInTheDrawer)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 250);
    ASSERT_TRUE(openShift(*store));
    SaleDraft draft = cashSale({espresso}, 500);
    draft.tenders[0].tip = euro(50);
    const Result<Sale> sale = sell(*store, draft);
    ASSERT_TRUE(sale) << sale.error().message.toStdString();
    EXPECT_EQ(sale->payments[0].change, euro(200));
    EXPECT_TRUE(store->queue().unsent(10).last().bytes.contains("\"schema\":3,"));
    const std::optional<Shift> shift = store->rows().selling().openShiftOf(folder.shop.registerInfo.id);
    EXPECT_EQ(shift->salesTotal, euro(250));
    EXPECT_EQ(expectedCash(*shift), euro(10'300));
}

TEST(Selling, SellsNothingThatWasPutIntoTheArchive)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    ASSERT_TRUE(openShift(*store));
    const Variant variant = *store->rows().catalog().variant(espresso);
    const Product before = *store->rows().catalog().product(variant.product);
    Product after = before;
    after.archived = true;
    ASSERT_TRUE(store->write([&] { return recordProductEdit(*store, before, after); }));
    const auto sale = sell(*store, cashSale({espresso}, 2'000));
    ASSERT_FALSE(sale);
    EXPECT_EQ(sale.error().code, QStringLiteral("product.archived"));
}

TEST(Selling, MovesStockCountsTheShiftAndQueuesOneOperation)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    ASSERT_TRUE(openShift(*store));
    const auto before = store->queue().counts().queued;
    const auto sale = sell(*store, cashSale({espresso}, 2'000));
    ASSERT_TRUE(sale);
    EXPECT_EQ(sale->total, euro(1'290));
    EXPECT_EQ(sale->payments.first().change, euro(710));
    EXPECT_EQ(store->rows().selling().onHand(espresso, folder.shop.location.id), Quantity(-1));
    const auto shift = store->rows().selling().openShiftOf(folder.shop.registerInfo.id);
    EXPECT_EQ(shift->saleCount, 1);
    EXPECT_EQ(shift->cashTotal, euro(1'290));
    EXPECT_EQ(store->queue().counts().queued, before + 1);
    EXPECT_EQ(findSale(*store, sale->number)->state, SyncState::Queued);
}

TEST(Selling, KeepsTheCanonicalBytesAndTheirHash)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    for (const UnsentOperation &unsent : store->queue().unsent(10)) {
        const auto operation = readOperation(unsent.bytes);
        ASSERT_TRUE(operation);
        EXPECT_EQ(canonicalBytes(*operation), unsent.bytes);
    }
    EXPECT_EQ(store->check().operations, 2);
}

TEST(Selling, KeepsASaleInItsOperationUntilThePlatformsFormComes)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    ASSERT_TRUE(openShift(*store));
    const auto sale = sell(*store, cashSale({espresso}, 2'000));
    ASSERT_TRUE(sale);
    EXPECT_EQ(store->rows().selling().sale(sale->id), *sale);
    const EntityRef ref{QStringLiteral("sale"), sale->id.value()};
    EXPECT_EQ(store->rows().document(ref), json::writeCanonical(codec::toJson(*sale)));
    EXPECT_EQ(findSales(*store, {}).first().sale, *sale);

    // The platform's page brings it while the operation still waits for its answer: it is there once, not twice.
    const Quantity after = store->rows().selling().onHand(espresso, folder.shop.location.id);
    const FeedRow row{Cursor{1, 7, 7}, ref.type, ref.id, QStringLiteral("company"), false, codec::toJson(*sale)};
    ASSERT_TRUE(store->applyPage(FeedPage{{row}, row.cursor, false}));
    EXPECT_EQ(store->rows().selling().sale(sale->id), *sale);
    EXPECT_EQ(findSales(*store, {}).size(), 1);
    EXPECT_NE(after, Quantity());
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST(Selling, ListsSalesByWhateverAPersonSortsThemBy)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 290);
    const VariantId beans = addProduct(*store, QStringLiteral("Beans"), QStringLiteral("BEA"), 1'290);
    ASSERT_TRUE(openShift(*store));
    const Sale large = *sell(*store, cashSale({beans, espresso}, 2'000));
    const Sale small = *sell(*store, cashSale({espresso}, 2'000));
    // A third comes from the platform: rung up earlier by somebody else, so that it is a document and no operation.
    Person zoe;
    zoe.id = PersonId(QUuid(QStringLiteral("01900000-0000-7000-8000-00000000abcd")));
    zoe.name = QStringLiteral("Zoe Adler");
    Sale middle = *sell(*store, cashSale({beans}, 2'000));
    middle.cashier = zoe.id;
    middle.completedAt = large.completedAt.plusMs(-1'000);
    const FeedRow person{Cursor{1, 6, 6}, QStringLiteral("person"), zoe.id.value(), QStringLiteral("company"),
                         false,           codec::toJson(zoe)};
    const FeedRow row{Cursor{1, 7, 7}, QStringLiteral("sale"), middle.id.value(), QStringLiteral("company"),
                      false,           codec::toJson(middle)};
    ASSERT_TRUE(store->applyPage(FeedPage{{person, row}, row.cursor, false}));

    const auto listed = [&store](SaleSort sort, Qt::SortOrder order) {
        QStringList numbers;
        SaleFilter filter;
        filter.sort = sort;
        filter.order = order;
        filter.limit = 1; // page by page
        for (; filter.offset < 3; ++filter.offset) {
            for (const SaleView &view : findSales(*store, filter))
                numbers.append(view.sale.number);
        }
        return numbers;
    };
    EXPECT_EQ(listed(SaleSort::Total, Qt::AscendingOrder), QStringList({small.number, middle.number, large.number}));
    EXPECT_EQ(listed(SaleSort::Total, Qt::DescendingOrder), QStringList({large.number, middle.number, small.number}));
    EXPECT_EQ(listed(SaleSort::Number, Qt::AscendingOrder), QStringList({large.number, small.number, middle.number}));
    EXPECT_EQ(listed(SaleSort::Number, Qt::DescendingOrder), QStringList({middle.number, small.number, large.number}));
    EXPECT_EQ(listed(SaleSort::Time, Qt::AscendingOrder).first(), middle.number);
    EXPECT_EQ(listed(SaleSort::Time, Qt::DescendingOrder).last(), middle.number);
    EXPECT_EQ(listed(SaleSort::Cashier, Qt::DescendingOrder).first(), middle.number);
    EXPECT_EQ(listed(SaleSort::Cashier, Qt::AscendingOrder).last(), middle.number);
}

TEST(Selling, SaysWhatIsWrongWithASaleThatReadersWouldRefuse)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    ASSERT_TRUE(openShift(*store));
    SaleDraft draft = cashSale({espresso}, 2'000);
    draft.note = QString(1'001, u'x');
    const auto unprintable = sell(*store, draft);
    ASSERT_FALSE(unprintable);
    EXPECT_EQ(unprintable.error().code, QStringLiteral("sale.note"));
    draft.note.clear();
    draft.tenders = {{PaymentMethod::Card, euro(1'290), false, CardSlip{QString(61, u'x'), {}}}};
    const auto refused = sell(*store, draft);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("operation.malformed"));
    EXPECT_EQ(sell(*store, cashSale({espresso}, 2'000))->number, QStringLiteral("MAIN-1-000001"));
}

/// What is remembered between sales must follow an undone transaction and a page of the platform.
TEST(Selling, ForgetsWhatAnUndoneTransactionChanged)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    ASSERT_TRUE(openShift(*store));
    const auto undone = store->write([&]() -> Result<void> {
        if (const auto sale = recordSaleOf(*store, cashSale({espresso}, 2'000)); !sale)
            return failure(sale.error());
        return failure(ProblemKind::Invalid, QStringLiteral("test.undo"), QString());
    });
    ASSERT_FALSE(undone);
    EXPECT_EQ(store->rows().selling().openShiftOf(folder.shop.registerInfo.id)->saleCount, 0);
    EXPECT_EQ(sell(*store, cashSale({espresso}, 2'000))->number, QStringLiteral("MAIN-1-000001"));
    EXPECT_EQ(store->rows().selling().openShiftOf(folder.shop.registerInfo.id)->saleCount, 1);

    Variant dearer = *store->rows().catalog().variant(espresso);
    dearer.price = Price{euro(1'500), 1};
    const FeedRow row{Cursor{1, 7, 7}, QStringLiteral("variant"), dearer.id.value(), QStringLiteral("company"),
                      false,           codec::toJson(dearer)};
    ASSERT_TRUE(store->applyPage(FeedPage{{row}, row.cursor, false}));
    EXPECT_EQ(sell(*store, cashSale({espresso}, 2'000))->total, euro(1'500));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

/// A pending edit of a product that the platform deletes has nothing left to touch.
TEST(Selling, ReplaysAnOperationThatTouchesNothingAnyMore)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    const Product before = *store->rows().catalog().product(store->rows().catalog().variant(espresso)->product);
    Product after = before;
    after.name = QStringLiteral("Ristretto");
    ASSERT_TRUE(store->write([&] { return recordProductEdit(*store, before, after); }));
    const FeedRow here{Cursor{1, 7, 7}, QStringLiteral("product"), before.id.value(), QStringLiteral("company"),
                       false,           codec::toJson(before)};
    ASSERT_TRUE(store->applyPage(FeedPage{{here}, here.cursor, false}));
    const FeedRow gone{
        Cursor{1, 8, 8}, QStringLiteral("product"), before.id.value(), QStringLiteral("company"), true, {}};
    const auto applied = store->applyPage(FeedPage{{gone}, gone.cursor, false});
    EXPECT_TRUE(applied) << qPrintable(applied ? QString() : applied.error().message);
}

TEST(Selling, NeedsAnOpenShiftAndAnEnrolledDevice)
{
    StoreFolder folder;
    const auto store = folder.open();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    EXPECT_EQ(sell(*store, cashSale({espresso}, 2'000)).error().code, QStringLiteral("device.not_enrolled"));
    EXPECT_EQ(openShift(*store).error().code, QStringLiteral("device.not_enrolled"));
    folder.shop.enroll(*store);
    EXPECT_EQ(sell(*store, cashSale({espresso}, 2'000)).error().code, QStringLiteral("shift.not_open"));
}

TEST(Selling, AsksForThePermission)
{
    StoreFolder folder;
    const auto store = folder.open();
    folder.shop.person.permissions = {Permission::CatalogRead};
    folder.shop.enroll(*store);
    EXPECT_EQ(openShift(*store).error().code, QStringLiteral("auth.not_allowed"));
}

TEST(Selling, ClosesTheShiftWithItsDifference)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const VariantId espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    ASSERT_TRUE(openShift(*store));
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    const auto closed = store->write([&] { return recordShiftClose(*store, euro(11'300)); });
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->difference(), euro(10));
    EXPECT_FALSE(store->rows().selling().openShiftOf(folder.shop.registerInfo.id));
}

TEST(Import, CreatesChangesAndSetsAside)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    QList<ImportRow> rows(4);
    rows[0] = {1, QStringLiteral("Café Crème"), {}, {QStringLiteral("4006381333931")}, euro(500), {}, {}, {}, {}};
    rows[1] = {2, QStringLiteral("Wrong digit"), {}, {QStringLiteral("4006381333930")}, euro(500), {}, {}, {}, {}};
    rows[2] = {3, QStringLiteral("Unpriced"), QStringLiteral("U1"), {}, {}, {}, {}, {}, {}};
    rows[3] = {4, QString(), QStringLiteral("U2"), {}, euro(1), {}, {}, {}, {}};
    ProductImport import(*store);
    ASSERT_TRUE(import.take(std::span<const ImportRow>(rows.constData(), 4)));
    EXPECT_EQ(import.report().created, 2);
    ASSERT_EQ(import.report().setAside.size(), 2);
    EXPECT_EQ(import.report().setAside[0].problem.code, QStringLiteral("barcode.check_digit"));
    EXPECT_EQ(store->queue().counts().queued, 4);

    rows[0].price = euro(600);
    ProductImport again(*store);
    ASSERT_TRUE(again.take(std::span<const ImportRow>(rows.constData(), 1)));
    ASSERT_TRUE(again.take(std::span<const ImportRow>(rows.constData() + 2, 1)));
    EXPECT_EQ(again.report().changed, 1);
    EXPECT_EQ(again.report().unchanged, 1);
    const auto hit = CatalogReader(*store).byCode(QStringLiteral("4006381333931"));
    EXPECT_EQ(hit->hit().variant.price->amount, euro(600));
    const VariantId unpriced = CatalogReader(*store).byCode(QStringLiteral("u1"))->variant;
    ASSERT_TRUE(openShift(*store));
    EXPECT_EQ(sell(*store, cashSale({unpriced}, 100)).error().code, QStringLiteral("sale.unpriced"));
}

} // namespace
} // namespace crema::sync::testing
