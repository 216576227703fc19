// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sale_reader.h"
#include "tests/simulation/disk/ready_shop.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

/// Sells until the disk dies or `count` are sold; the numbers that a cashier was told.
QStringList sellSome(SimShop &shop, sync::LocalStore &store, int count)
{
    QStringList told;
    for (int i = 0; i < count; ++i) {
        const Result<QString> number = shop.sell(store);
        if (!number)
            break;
        told.append(*number);
        if (i % 4 == 3) {
            [[maybe_unused]] const Result<void> moved = store.read([&]() -> Result<void> {
                store.database().checkpoint();
                return store.syncJournal();
            });
        }
    }
    return told;
}

/// Reopens the store, which has every told sale once and at most one more, and reads as sound.
void expectAll(SimShop &shop, const QStringList &told, qsizetype mostMore)
{
    const auto store = shop.open();
    for (const QString &number : told)
        EXPECT_TRUE(sync::findSale(*store, number)) << qPrintable(number);
    const sync::StoreCheck check = store->check();
    EXPECT_TRUE(check.isSound()) << qPrintable(check.findings.join(u' '));
    EXPECT_GE(check.sales, told.size());
    EXPECT_LE(check.sales, told.size() + mostMore);
    EXPECT_EQ(store->rows().selling().onHand(shop.espresso, shop.shop.location.id).units(), -check.sales);
    // The operation journal was brought up to the queue.
    const Result<QByteArray> journal = shop.vault.read(shop.path() + QStringLiteral(".journal"));
    ASSERT_TRUE(journal);
    qsizetype damaged = 0;
    QSet<std::int64_t> numbers;
    const QList<sync::JournalEntry> entries = sync::EmergencyJournal::read(*journal, damaged);
    for (const sync::JournalEntry &entry : entries)
        numbers.insert(entry.number);
    EXPECT_EQ(numbers.size(), check.operations);
}

std::int64_t callsOfTwentySales()
{
    ReadyShop shop(1);
    const auto store = shop.open();
    const std::int64_t before = shop.disk.files().changingCalls();
    EXPECT_EQ(sellSome(shop, *store, 20).size(), 20);
    return shop.disk.files().changingCalls() - before;
}

/// sync.md: acknowledged to a person means durable. The power goes at every call that changes the disk.
TEST(PowerCut, KeepsEveryToldSaleWhateverCallIsTheLast)
{
    const std::int64_t calls = callsOfTwentySales();
    ASSERT_GT(calls, 100);
    RecordProperty("power_cuts", static_cast<int>(calls));
    for (std::int64_t call = 1; call <= calls && !::testing::Test::HasFailure(); ++call) {
        SCOPED_TRACE(call);
        ReadyShop shop(static_cast<std::uint64_t>(call));
        auto store = shop.open();
        shop.disk.files().dieAt(shop.disk.files().changingCalls() + call);
        const QStringList told = sellSome(shop, *store, 20);
        store.reset();
        shop.disk.files().crash(Crash::PowerCut);
        expectAll(shop, told, 1);
    }
}

TEST(PowerCut, MayComeAtEveryCallOfOpeningAndClosing)
{
    for (int call = 1; call <= 100 && !::testing::Test::HasFailure(); ++call) {
        SCOPED_TRACE(call);
        ReadyShop shop(static_cast<std::uint64_t>(call));
        shop.disk.files().dieAt(call);
        QStringList told;
        if (auto store = shop.tryOpen())
            told = sellSome(shop, **store, 1);
        shop.disk.files().crash(Crash::PowerCut);
        expectAll(shop, told, 1);
    }
}

/// A new store, from nothing: whatever is left of it, the next start makes a shop of it.
TEST(PowerCut, MayComeAtEveryCallOfMakingAStore)
{
    for (int call = 1; call <= 200 && !::testing::Test::HasFailure(); ++call) {
        SCOPED_TRACE(call);
        SimShop shop(static_cast<std::uint64_t>(call));
        shop.disk.files().dieAt(call);
        const bool made = shop.tryOpen().has_value();
        shop.disk.files().crash(Crash::PowerCut);
        shop.make();
        const auto store = shop.open();
        EXPECT_TRUE(store->signingKey()) << made;
        EXPECT_TRUE(store->check().isSound());
    }
}

/// The same checks on a disk that says synced and is not: they must find what it loses, or they find nothing.
TEST(PowerCut, LosesSalesWhereTheDiskLiesAboutItsSyncs)
{
    int lost = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        ReadyShop shop(seed);
        auto store = shop.open();
        shop.disk.files().lieAboutSyncs(true);
        const QStringList told = sellSome(shop, *store, 10);
        EXPECT_EQ(told.size(), 10);
        shop.crash(std::move(store), Crash::PowerCut);
        shop.disk.files().lieAboutSyncs(false);
        const auto reopened = shop.tryOpen();
        for (const QString &number : told)
            lost += !reopened || !sync::findSale(**reopened, number);
    }
    EXPECT_GT(lost, 20);
}

TEST(PowerCut, TheSameSeedLeavesTheSameBytes)
{
    const auto play = [](std::uint64_t seed) {
        ReadyShop shop(seed);
        auto store = shop.open();
        shop.disk.files().dieAt(shop.disk.files().changingCalls() + 60);
        [[maybe_unused]] const QStringList told = sellSome(shop, *store, 20);
        shop.crash(std::move(store), Crash::PowerCut);
        store = shop.open();
        [[maybe_unused]] const QStringList more = sellSome(shop, *store, 5);
        store.reset();
        return shop.disk.digest();
    };
    EXPECT_EQ(play(21), play(21));
    EXPECT_NE(play(21), play(22));
}

} // namespace
} // namespace crema::simulation
