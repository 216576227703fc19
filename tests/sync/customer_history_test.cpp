// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer bought, in the store of a register: found by them, whoever tells of the sales and however old the
// store.
#include "sync/store/customer_history_reader.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/return_recording.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/shop.h"

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

class CustomerHistoryTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        store = folder.openEnrolled();
        mug = addProduct(*store, u"Mug"_s, u"MUG"_s, 900);
        ASSERT_TRUE(openShift(*store));
        Customer customer;
        customer.name = u"Studio Nord"_s;
        customer.taxId = u"DE811193231"_s;
        nord = store->write([&] { return recordNewCustomer(*store, customer); }).value();
    }

    SaleDraft draftOf(std::int64_t count, std::optional<CustomerId> customer, PaymentMethod method)
    {
        SaleDraft draft;
        draft.lines = {{mug}};
        draft.lines[0].quantity = Quantity(count);
        draft.customer = customer;
        draft.tenders = {{method, euro(900 * count), true}};
        return draft;
    }
    Sale sellTo(std::optional<CustomerId> customer, std::int64_t count = 1, PaymentMethod method = PaymentMethod::Cash)
    {
        folder.clock.advance(1'000);
        return sell(*store, draftOf(count, customer, method)).value();
    }
    CustomerHistory history(const HistoryPage &page = {})
    {
        return store->read([&] { return historyOf(*store, {nord}, page); }).value();
    }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
    VariantId mug;
    CustomerId nord;
};

TEST_F(CustomerHistoryTest, ListsTheirSalesNewestFirst)
{
    const Sale first = sellTo(nord);
    sellTo(std::nullopt);
    const Sale last = sellTo(nord, 2);
    const CustomerHistory all = history();
    ASSERT_EQ(all.sales.size(), 2);
    EXPECT_EQ(all.sales[0].sale.sale, last);
    EXPECT_EQ(all.sales[1].sale.sale, first);
    EXPECT_EQ(all.sales[0].locationName, folder.shop.location.name);
    EXPECT_EQ(all.sales[0].registerName, folder.shop.registerInfo.name);
    EXPECT_EQ(all.purchases.visits, 2);
    EXPECT_EQ(all.purchases.spent, QList<Money>{euro(2'700)});
    EXPECT_EQ(all.known.locations, QStringList{folder.shop.location.name});
    EXPECT_TRUE(all.known.since);
    const CustomerHistory page = history({1, 1});
    ASSERT_EQ(page.sales.size(), 1);
    EXPECT_EQ(page.sales[0].sale.sale, first);
    EXPECT_EQ(page.count, 2);
    const auto unknown = store->read([&] { return historyOf(*store, {CustomerId(QUuid::createUuid())}, {}); });
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, u"customer.unknown"_s);
}

TEST_F(CustomerHistoryTest, HoldsASaleOnceWhoeverTellsOfIt)
{
    const Sale sale = sellTo(nord);
    const EntityRef ref{entity::sale.toString(), sale.id.value()};
    const auto told = [&]() -> Result<void> {
        store->rows().put(ref, codec::toJson(sale));
        return {};
    };
    ASSERT_TRUE(store->write(told));
    ASSERT_TRUE(store->write(told));
    EXPECT_EQ(history().count, 1);
    const auto gone = [&]() -> Result<void> {
        store->rows().remove(ref);
        return {};
    };
    ASSERT_TRUE(store->write(gone));
    EXPECT_EQ(history().count, 0);
}

TEST_F(CustomerHistoryTest, IsThereInAnOlderStore)
{
    const Sale fromThePlatform = sellTo(nord);
    const auto told = [&]() -> Result<void> {
        store->rows().put({entity::sale.toString(), fromThePlatform.id.value()}, codec::toJson(fromThePlatform));
        return {};
    };
    ASSERT_TRUE(store->write(told));
    const Sale madeHere = sellTo(nord);
    sellTo(std::nullopt);
    store->database().runText(u"DROP TABLE customer_sale"_s);
    store->database().runText(u"PRAGMA user_version = 18"_s);
    store.reset();
    store = folder.open();
    const CustomerHistory all = history();
    ASSERT_EQ(all.sales.size(), 2);
    EXPECT_EQ(all.sales[0].sale.sale, madeHere);
    EXPECT_EQ(all.sales[1].sale.sale.id, fromThePlatform.id);
}

TEST_F(CustomerHistoryTest, StatesWhatStandsOnTheirAccount)
{
    const Sale before = sellTo(nord, 3, PaymentMethod::Invoice);
    folder.clock.advance(60'000);
    const UtcTime from = folder.clock.now();
    ReturnDraft back;
    back.sale = before.id;
    back.lines = {{0, Quantity(1), {}, true, {}}};
    ASSERT_TRUE(store->write([&] { return recordReturnOf(*store, back); }));
    sellTo(nord, 2, PaymentMethod::Cash);
    const StatementPeriod period{from, from.plusMs(3'600'000)};
    const CustomerStatement statement = store->read([&] { return statementOf(*store, {nord}, period); }).value();
    EXPECT_EQ(statement.customer.name, u"Studio Nord"_s);
    ASSERT_EQ(statement.accounts.size(), 1);
    const Statement &account = statement.accounts.first();
    EXPECT_EQ(account.opening, euro(2'700));
    ASSERT_EQ(account.lines.size(), 2);
    EXPECT_EQ(account.lines[0].offAccount, euro(900));
    EXPECT_EQ(account.closing, euro(1'800));
    EXPECT_EQ(account.bought, euro(1'800));
    EXPECT_EQ(account.returned, euro(900));
    const StatementPeriod turned{from, from};
    EXPECT_EQ(store->read([&] { return statementOf(*store, {nord}, turned); }).error().code, u"statement.period"_s);
}

TEST_F(CustomerHistoryTest, HoldsNothingThatWasPractised)
{
    const SaleDraft draft = draftOf(1, nord, PaymentMethod::Cash);
    ASSERT_TRUE(store->read([&] { return practiseSaleOf(*store, draft); }));
    EXPECT_EQ(history().count, 0);
}

} // namespace
} // namespace crema::sync::testing
