// SPDX-License-Identifier: GPL-3.0-or-later
// Promotions and price lists at a till: made here, come with the feed, and applied to what is sold without a network.
#include "models/feed/entity_types.h"
#include "models/feed/promotion_codec.h"
#include "models/selling/check_sale.h"
#include "models/selling/discount_share.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/coupon_reader.h"
#include "sync/store/promotion_recording.h"
#include "sync/store/return_recording.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

Promotion tenPercent()
{
    Promotion promotion;
    promotion.name = QStringLiteral("Happy hour");
    promotion.action = PercentOff{1'000};
    return promotion;
}

class PromotionsTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        store = folder.openEnrolled();
        espresso = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'000);
        ASSERT_TRUE(openShift(*store));
    }

    PromotionId record(const Promotion &promotion)
    {
        const auto recorded = store->write([&] { return recordNewPromotion(*store, promotion); });
        EXPECT_TRUE(recorded) << qPrintable(recorded.error().message);
        return recorded.value_or(PromotionId());
    }

    PriceListId record(const PriceList &list)
    {
        const auto recorded = store->write([&] { return recordNewPriceList(*store, list); });
        EXPECT_TRUE(recorded) << qPrintable(recorded.error().message);
        return recorded.value_or(PriceListId());
    }

    CustomerId record(const Customer &customer)
    {
        return store->write([&] { return recordNewCustomer(*store, customer); }).value();
    }

    Sale quoted(const SaleDraft &draft)
    {
        return store->read([&] { return quoteSale(*store, draft); }).value();
    }

    SaleDraft one() { return cashSale({espresso}, 2'000); }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
    VariantId espresso;
};

TEST_F(PromotionsTest, ASaleSaysWhichPromotionTookWhatOff)
{
    const PromotionId id = record(tenPercent());
    const Result<Sale> sale = sell(*store, one());
    ASSERT_TRUE(sale) << qPrintable(sale.error().message);
    EXPECT_EQ(sale->total, euro(900));
    ASSERT_EQ(sale->lines.first().discounts.size(), 1);
    EXPECT_EQ(sale->lines.first().discounts.first().promotion, id);
    EXPECT_EQ(checkSale(*sale), QStringList());
    EXPECT_EQ(discountShare(*sale), 0) << "nobody gave it";
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

/// Nobody is credited with more than it can be bought for, or it would pay to buy it and bring it back.
TEST_F(PromotionsTest, WhatComesBackWithoutAReceiptIsWorthWhatAnybodyPaysForIt)
{
    ReturnDraft draft;
    UnreceiptedDraft brought;
    brought.variant = espresso;
    brought.quantity = Quantity(2);
    draft.withoutReceipt = {brought};
    const auto worth = [&] { return store->read([&] { return quoteReturn(*store, draft); }).value().total; };
    EXPECT_EQ(worth(), euro(-2'000));
    record(tenPercent());
    Promotion welcome = tenPercent();
    welcome.coupons = {{QStringLiteral("WELCOME-10"), 0}};
    record(welcome);
    Promotion ofAGroup = tenPercent();
    ofAGroup.conditions.customerGroups = {QStringLiteral("regulars")};
    record(ofAGroup);
    EXPECT_EQ(worth(), euro(-1'800)) << "only what is for everybody is taken off";
    draft.withoutReceipt.first().price = Price{euro(950), 1};
    EXPECT_EQ(worth(), euro(-1'900)) << "somebody said what is given for it";
}

TEST_F(PromotionsTest, WhatOnlyAListHasAPriceForComesBackWithoutAReceiptToo)
{
    Product product;
    product.name = QStringLiteral("Tasting box");
    Variant unpriced;
    unpriced.sku = QStringLiteral("BOX");
    const auto made = store->write([&] { return recordNewProduct(*store, product, {unpriced}); });
    ASSERT_TRUE(made) << qPrintable(made.error().message);
    ReturnDraft draft;
    UnreceiptedDraft brought;
    brought.variant = store->rows().catalog().variantsOf(*made).first().id;
    draft.withoutReceipt = {brought};
    const auto quote = [&] { return store->read([&] { return quoteReturn(*store, draft); }); };
    ASSERT_FALSE(quote());
    EXPECT_EQ(quote().error().code, QStringLiteral("sale.unpriced"));
    PriceList list;
    list.name = QStringLiteral("Everybody");
    list.prices = {{brought.variant, 1, Price{euro(800)}}};
    record(list);
    ASSERT_TRUE(quote()) << qPrintable(quote().error().message);
    EXPECT_EQ(quote()->total, euro(-800));
}

TEST_F(PromotionsTest, WhatIsSwitchedOffGivesNothingAnyMore)
{
    const PromotionId id = record(tenPercent());
    EXPECT_EQ(quoted(one()).total, euro(900));
    const Promotion before = *store->rows().promotion(id);
    Promotion after = before;
    after.disabled = true;
    ASSERT_TRUE(store->write([&] { return recordPromotionEdit(*store, before, after); }));
    EXPECT_EQ(quoted(one()).total, euro(1'000));
}

TEST_F(PromotionsTest, AtThisPlaceHereAndNow)
{
    Promotion promotion = tenPercent();
    promotion.conditions.locations = {LocationId(QUuid::createUuidV5(QUuid(), QStringLiteral("elsewhere")))};
    record(promotion);
    EXPECT_EQ(quoted(one()).total, euro(1'000));
}

TEST_F(PromotionsTest, ACouponIsAskedForAndNamed)
{
    Promotion promotion = tenPercent();
    promotion.coupons = {{QStringLiteral("WELCOME-10"), 0}};
    record(promotion);
    SaleDraft draft = one();
    EXPECT_EQ(quoted(draft).total, euro(1'000));
    draft.coupons = {QStringLiteral("WELCOME-10")};
    const Result<Sale> sale = sell(*store, draft);
    ASSERT_TRUE(sale);
    EXPECT_EQ(sale->total, euro(900));
    EXPECT_EQ(sale->lines.first().discounts.first().coupon, QStringLiteral("WELCOME-10"));
}

TEST_F(PromotionsTest, TheListOfACustomerHasTheirPrice)
{
    PriceList list;
    list.name = QStringLiteral("Cafés");
    list.onlyByName = true;
    list.prices = {{espresso, 1, Price{euro(800)}}, {espresso, 10, Price{euro(700)}}};
    const PriceListId id = record(list);
    Customer customer;
    customer.name = QStringLiteral("Nord");
    customer.priceList = id;
    SaleDraft draft = one();
    EXPECT_EQ(quoted(draft).total, euro(1'000));
    draft.customer = record(customer);
    EXPECT_EQ(quoted(draft).total, euro(800));
    draft.lines.first().quantity = Quantity(10);
    EXPECT_EQ(quoted(draft).total, euro(7'000));
}

TEST_F(PromotionsTest, APriceFromALabelGoesBeforeEveryList)
{
    PriceList list;
    list.name = QStringLiteral("Everybody");
    list.prices = {{espresso, 1, Price{euro(800)}}};
    record(list);
    SaleDraft draft = one();
    draft.lines.first().price = Price{euro(650)};
    EXPECT_EQ(quoted(draft).total, euro(650));
}

TEST_F(PromotionsTest, OfTheFeedAreAppliedAndTakenAway)
{
    Promotion promotion = tenPercent();
    promotion.id = PromotionId(QUuid::createUuidV5(QUuid(), QStringLiteral("told")));
    const auto page = [&](std::uint64_t xid, bool deleted) {
        const Cursor after = store->device().read()->cursor.value_or(Cursor{1, 0, 0});
        const FeedRow row{Cursor{1, xid, 1},
                          entity::promotion.toString(),
                          promotion.id.value(),
                          QStringLiteral("company"),
                          deleted,
                          deleted ? QJsonObject() : codec::toJson(promotion)};
        ASSERT_TRUE(keepPage(*store, {{row}, row.cursor, false, after, std::nullopt}));
    };
    page(10, false);
    EXPECT_EQ(quoted(one()).total, euro(900));
    page(11, true);
    EXPECT_EQ(quoted(one()).total, euro(1'000));
}

TEST_F(PromotionsTest, ACouponIsRefusedOnceItsSalesAreMadeOrOutsideOfItsDays)
{
    const auto with = [this](const char *code, std::int64_t limit, std::optional<QDate> from,
                             std::optional<QDate> until) {
        Promotion promotion = tenPercent();
        promotion.coupons = {{QString::fromLatin1(code), limit}};
        promotion.conditions.from = from;
        promotion.conditions.until = until;
        record(promotion);
    };
    with("ONCE", 1, {}, {});
    with("GONE", 0, {}, QDate(2000, 1, 1));
    with("LATER", 0, QDate(2200, 1, 1), {});
    const auto refusal = [this](const char *code) {
        const Result<Promotion> found = store->read([&] { return findCoupon(*store, QString::fromLatin1(code)); });
        return found ? QString() : found.error().code;
    };
    EXPECT_EQ(refusal("GONE"), QStringLiteral("coupon.expired"));
    EXPECT_EQ(refusal("LATER"), QStringLiteral("coupon.not_yet"));
    EXPECT_EQ(refusal("NEVER"), QStringLiteral("coupon.unknown"));
    EXPECT_EQ(refusal("once"), QString());
    SaleDraft draft = one();
    draft.coupons = {QStringLiteral("ONCE")};
    ASSERT_TRUE(sell(*store, draft));
    EXPECT_EQ(refusal("once"), QStringLiteral("coupon.used_up"));
}

TEST_F(PromotionsTest, SalesOfAnOlderStoreCountForTheirCoupons)
{
    Promotion promotion = tenPercent();
    promotion.coupons = {{QStringLiteral("TWICE"), 2}};
    const PromotionId id = record(promotion);
    SaleDraft draft = one();
    draft.coupons = {QStringLiteral("TWICE")};
    const auto isRefused = [this] { return !store->read([&] { return findCoupon(*store, QStringLiteral("TWICE")); }); };
    ASSERT_TRUE(sell(*store, draft));
    // What the disk has damaged stops nothing.
    store->database().runText(QStringLiteral(
        "INSERT INTO sale (id, number, shift, register, completed_at, document) VALUES "
        "(randomblob(16), 'A-1-000001', randomblob(16), randomblob(16), 0, CAST('{\"coupon\":' AS BLOB))"));
    for (const char *later : {"DROP TABLE coupon_use", "DROP INDEX customer_by_card",
                              "ALTER TABLE customer DROP COLUMN card", "DROP TABLE customer_sale",
                              "PRAGMA user_version = 16"})
        store->database().runText(QString::fromLatin1(later));
    store.reset();
    store = folder.open();
    EXPECT_EQ(store->database().value("count_coupon_uses", {QStringLiteral("TWICE"), id.toString()}).toInt(), 1);
    EXPECT_FALSE(isRefused());
    ASSERT_TRUE(sell(*store, draft));
    EXPECT_TRUE(isRefused());
}

TEST_F(PromotionsTest, CouponsOfACartSayWhatTheyGiveOrWhatIsMissing)
{
    Promotion promotion = tenPercent();
    promotion.coupons = {{QStringLiteral("THREE"), 0}};
    promotion.conditions.minQuantity = 3;
    record(promotion);
    SaleDraft draft = one();
    draft.coupons = {QStringLiteral("THREE")};
    const auto standing = [&] {
        const auto all = store->read([&] { return couponsOf(*store, draft); });
        return all && all->size() == 1 ? all->first() : CouponStanding();
    };
    EXPECT_EQ(standing().lack, CouponLack::Quantity);
    EXPECT_EQ(standing().missingUnits, 2);
    draft.lines.first().quantity = Quantity(3);
    EXPECT_EQ(standing().lack, CouponLack::Nothing);
    EXPECT_EQ(standing().given, euro(300));
}

class PromotionsClientTest : public ClientTest
{};

TEST_F(PromotionsClientTest, AreKeptLookedUpAndSwitchedOff)
{
    Promotion promotion = tenPercent();
    promotion.coupons = {{QStringLiteral("ten-off"), 0}};
    const Result<Promotion> kept = now(client.keepPromotion(promotion));
    ASSERT_TRUE(kept) << qPrintable(kept.error().message);
    EXPECT_EQ(kept->coupons.first().code, QStringLiteral("TEN-OFF"));
    EXPECT_EQ(now(client.promotionOfCoupon(QStringLiteral(" ten-off")))->id, kept->id);
    EXPECT_EQ(now(client.promotionOfCoupon(QStringLiteral("other"))).error().code, QStringLiteral("coupon.unknown"));
    Promotion changed = *kept;
    changed.priority = 5;
    EXPECT_EQ(now(client.keepPromotion(changed))->priority, 5);
    EXPECT_EQ(now(client.promotions())->size(), 1);
    EXPECT_TRUE(now(client.disablePromotion(kept->id))->disabled);
    EXPECT_EQ(now(client.promotionOfCoupon(QStringLiteral("TEN-OFF"))).error().code, QStringLiteral("coupon.unknown"));
}

} // namespace
} // namespace crema::sync::testing
