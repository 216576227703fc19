// SPDX-License-Identifier: GPL-3.0-or-later
// Points of customers in the store of a register (ADR 062): earned, taken, moved by what comes back, adjusted, and laid
// over what the platform says of them.
#include "sync/store/points_recording.h"

#include "models/feed/loyalty_codec.h"
#include "models/loyalty/points_ledger.h"
#include "models/selling/check_sale.h"
#include "models/settings/shop_settings.h"
#include "sync/store/return_recording.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/rebase_fixture.h"

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

class PointsTest : public RebaseTest
{
protected:
    void SetUp() override
    {
        RebaseTest::SetUp();
        espresso = addProduct(*store, u"Espresso"_s, u"ESP"_s, 1'290);
        ASSERT_TRUE(openShift(*store));
        Customer customer;
        customer.name = u"Mira"_s;
        mira = store->write([&] { return recordNewCustomer(*store, customer); }).value();
        give(1);
    }

    /// So many points for each euro from now on.
    void give(std::int64_t points)
    {
        ASSERT_TRUE(store->write([&]() -> Result<void> {
            ShopSettings settings;
            settings.id = PlaceId(folder.shop.location.id.value());
            settings.location = folder.shop.location.id;
            settings.values.insert(shop_setting::loyaltyEarn.toString(), qint64(points));
            store->rows().put({entity::settings.toString(), settings.id.value()}, codec::toJson(settings));
            store->forgetPlace();
            return {};
        }));
    }

    SaleDraft draftOf(std::int64_t count, std::int64_t points)
    {
        SaleDraft draft;
        draft.lines = {{espresso}};
        draft.lines[0].quantity = Quantity(count);
        draft.customer = mira;
        draft.points = points;
        draft.tenders = {{PaymentMethod::Cash, euro(20'000), true}};
        return draft;
    }
    Result<Sale> sell(std::int64_t count, std::int64_t points = 0)
    {
        const SaleDraft draft = draftOf(count, points);
        return store->write([&] { return recordSaleOf(*store, draft); });
    }
    Result<Sale> takeBack(const Sale &sale, std::int64_t count)
    {
        ReturnDraft draft;
        draft.sale = sale.id;
        draft.lines = {{0, Quantity(count), {}, true, {}}};
        return store->write([&] { return recordReturnOf(*store, draft); });
    }
    Result<PointsView> adjust(std::int64_t points, const QString &reason)
    {
        return store->write([&] { return recordPointsAdjust(*store, mira, points, reason); });
    }
    std::int64_t balance() { return pointsOf(*store, mira).points; }
    static QString codeOf(const Result<Sale> &sale) { return sale ? QString() : sale.error().code; }

    VariantId espresso;
    CustomerId mira;
};

TEST_F(PointsTest, AreEarnedTakenAndGoWithWhatComesBack)
{
    const Sale earned = sell(10).value();
    EXPECT_EQ(earned.points, 129);
    EXPECT_EQ(balance(), 129);
    EXPECT_EQ(pointsOf(*store, mira).worth, euro(645));
    const Sale taken = sell(2, 100).value();
    EXPECT_EQ(takenBy(taken), 100);
    EXPECT_EQ(taken.total, euro(2'080));
    EXPECT_EQ(taken.points, 20);
    EXPECT_EQ(balance(), 49);
    EXPECT_TRUE(checkSale(taken).isEmpty()) << qPrintable(checkSale(taken).join(u' '));
    const Sale half = takeBack(taken, 1).value();
    EXPECT_EQ(half.points, 50 - 10);
    const Sale rest = takeBack(taken, 1).value();
    EXPECT_EQ(half.points + rest.points, 100 - 20);
    EXPECT_EQ(balance(), 129);
    ASSERT_TRUE(takeBack(earned, 10));
    EXPECT_EQ(balance(), 0);
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(PointsTest, NoMoreAreTakenThanThereAreAndThanTheCartIsWorth)
{
    EXPECT_EQ(codeOf(sell(1, 100)), u"points.balance");
    ASSERT_TRUE(adjust(1'000, u"As an apology"_s));
    EXPECT_EQ(codeOf(sell(1, 99)), u"points.minimum");
    SaleDraft whole = draftOf(1, 1'000);
    whole.tenders.clear();
    const Sale all = store->write([&] { return recordSaleOf(*store, whole); }).value();
    EXPECT_EQ(takenBy(all), 258);
    EXPECT_TRUE(all.total.isZero());
    EXPECT_EQ(balance(), 742);
    SaleDraft nobodys = draftOf(1, 100);
    nobodys.customer.reset();
    EXPECT_EQ(store->read([&] { return quoteOf(*store, nobodys); }).error().code, u"points.customer");
}

TEST_F(PointsTest, WithoutACustomerOrWhereNoneAreGivenNothingIsEarned)
{
    SaleDraft nobodys = draftOf(1, 0);
    nobodys.customer.reset();
    EXPECT_EQ(store->write([&] { return recordSaleOf(*store, nobodys); })->points, 0);
    give(0);
    EXPECT_EQ(sell(1)->points, 0);
    EXPECT_FALSE(pointsOf(*store, mira).isOffered);
}

TEST_F(PointsTest, AnAdjustmentNeedsAReasonAndTakesNoMoreThanThereIs)
{
    EXPECT_EQ(adjust(10, u" "_s).error().code, u"points.reason");
    EXPECT_EQ(adjust(0, u"Nothing"_s).error().code, u"points.amount");
    EXPECT_EQ(adjust(-1, u"Given twice"_s).error().code, u"points.balance");
    ASSERT_TRUE(adjust(70, u"As an apology"_s));
    ASSERT_TRUE(adjust(-50, u"Given twice"_s));
    EXPECT_EQ(balance(), 20);
}

TEST_F(PointsTest, WhatIsPendingLiesOverWhatThePlatformSays)
{
    ASSERT_TRUE(sell(10));
    const LoyaltyAccount told{mira, 400};
    page({row(50, 1, entity::loyaltyAccount, mira.value(), codec::toJson(told))});
    EXPECT_EQ(balance(), 529) << "another register sold to her meanwhile";
    answer(60);
    page({row(60, 1, entity::loyaltyAccount, mira.value(), codec::toJson(LoyaltyAccount{mira, 529}))});
    EXPECT_EQ(balance(), 529);
}

} // namespace
} // namespace crema::sync::testing
