// SPDX-License-Identifier: GPL-3.0-or-later
// B20: what is said of a sale whose commit the disk failed.
#include "sync/store/sale_reader.h"
#include "tests/simulation/disk/ready_shop.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

TEST(CommitOutcome, ASaleWhoseSyncFailedOnceIsSavedAfterAll)
{
    ReadyShop shop(1);
    auto store = shop.open();
    ASSERT_TRUE(shop.sell(*store)); // the first one syncs the header of the log as well
    shop.disk.files().failSyncs(QStringLiteral("-wal"), 1);
    const Result<QString> number = shop.sell(*store);
    ASSERT_TRUE(number) << qPrintable(number.error().message);
    // And it goes on: each answer is true also when the power goes.
    const Result<QString> next = shop.sell(*store);
    ASSERT_TRUE(next);
    shop.crash(std::move(store), Crash::PowerCut);
    store = shop.open();
    EXPECT_TRUE(sync::findSale(*store, *number));
    EXPECT_TRUE(sync::findSale(*store, *next));
    EXPECT_TRUE(store->check().isSound());
}

TEST(CommitOutcome, IsUnknownWhileTheDiskGoesOnFailing)
{
    ReadyShop shop(1);
    auto store = shop.open();
    shop.disk.files().failSyncs(QString(), 1'000'000);
    const Result<QString> number = shop.sell(*store);
    ASSERT_FALSE(number);
    EXPECT_EQ(number.error().code, QStringLiteral("store.unknown"));
    // When the disk works again the same store goes on, without a restart.
    shop.disk.files().failSyncs(QString(), 0);
    const Result<QString> next = shop.sell(*store);
    ASSERT_TRUE(next) << qPrintable(next.error().message);
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

/// Whatever sync fails and however the program ends: saved is there, not saved is not there, unknown is either.
TEST(CommitOutcome, NeverSaysAnythingUntrue)
{
    int saved = 0;
    int unknown = 0;
    for (std::uint64_t seed = 1; seed <= 150 && !::testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937_64 random(seed);
        ReadyShop shop(seed);
        auto store = shop.open();
        // A reader beside it keeps the index of the log as it was before the commit that failed.
        auto reader = seed % 3 == 0 ? shop.open(sync::OpenMode::ReadOnly) : nullptr;
        QStringList told;
        std::int64_t inDoubt = 0;
        for (int i = 0; i < 12; ++i) {
            if (random() % 4 == 0)
                shop.disk.files().failSyncs(random() % 2 == 0 ? QStringLiteral("-wal") : QString(),
                                            1 + static_cast<int>(random() % 3));
            const Result<QString> number = shop.sell(*store);
            if (number)
                told.append(*number);
            else if (number.error().code == QLatin1String("store.unknown"))
                ++inDoubt;
            if (random() % 3 == 0)
                store->checkpointIfDue();
        }
        shop.disk.files().failSyncs(QString(), 0);
        shop.disk.files().die();
        reader.reset();
        shop.crash(std::move(store), seed % 2 == 0 ? Crash::Kill : Crash::PowerCut);
        store = shop.open();
        for (const QString &number : std::as_const(told))
            EXPECT_TRUE(sync::findSale(*store, number)) << qPrintable(number);
        const sync::StoreCheck check = store->check();
        EXPECT_TRUE(check.isSound()) << qPrintable(check.findings.join(u' '));
        EXPECT_LE(check.sales, told.size() + inDoubt);
        saved += static_cast<int>(told.size());
        unknown += static_cast<int>(inDoubt);
    }
    EXPECT_GT(saved, 1'000);
    EXPECT_GT(unknown, 10);
}

} // namespace
} // namespace crema::simulation
