// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 29: a copied or restored store is noticed when it is opened.
#include "sync/store/sale_reader.h"
#include "tests/simulation/disk/ready_shop.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

using sync::StoreOrigin;

class StoreOriginTest : public ::testing::Test
{
protected:
    ReadyShop shop{1};
};

TEST_F(StoreOriginTest, IsTheSameAfterAnyEnd)
{
    for (const Crash end : {Crash::Kill, Crash::PowerCut}) {
        auto store = shop.open();
        EXPECT_EQ(store->origin(), StoreOrigin::Same);
        ASSERT_TRUE(shop.sell(*store));
        shop.crash(std::move(store), end);
    }
    EXPECT_EQ(shop.open()->origin(), StoreOrigin::Same);
    EXPECT_EQ(shop.open()->origin(), StoreOrigin::Same);
}

TEST_F(StoreOriginTest, NoticesAnotherMachineAndRemembersIt)
{
    shop.disk.files().setMachineId("another machine");
    auto store = shop.open();
    EXPECT_EQ(store->origin(), StoreOrigin::Copied);
    EXPECT_EQ(store->state()->warning->code, QStringLiteral("store.copied"));
    EXPECT_TRUE(shop.sell(*store));
    store.reset();
    EXPECT_EQ(shop.open()->origin(), StoreOrigin::Copied);
}

TEST_F(StoreOriginTest, NoticesACopyOfTheFile)
{
    const QByteArray bytes = *shop.disk.read(shop.path());
    shop.disk.remove(shop.path());
    ASSERT_TRUE(shop.disk.writePrivate(shop.path(), bytes));
    EXPECT_EQ(shop.open()->origin(), StoreOrigin::Copied);
}

/// Somebody puts yesterday's database over today's: what was sold since is in the journal, and must still be sent.
TEST_F(StoreOriginTest, NoticesABackupAndTakesWhatItMissesFromTheJournal)
{
    auto store = shop.open();
    const QString before = *shop.sell(*store);
    store.reset();
    const PageBytes backup = shop.disk.files().file(shop.disk.files().find(shop.path())).now;
    store = shop.open();
    const QString after = *shop.sell(*store);
    store.reset();
    shop.disk.files().overwrite(shop.path(), backup);
    store = shop.open();
    EXPECT_EQ(store->origin(), StoreOrigin::Restored);
    EXPECT_EQ(store->state()->warning->code, QStringLiteral("store.restored"));
    EXPECT_TRUE(sync::findSale(*store, before));
    EXPECT_TRUE(sync::findSale(*store, after));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
    // No receipt number is given twice.
    const QString next = *shop.sell(*store);
    EXPECT_NE(next, after);
    EXPECT_EQ(store->check().sales, 3);
}

TEST_F(StoreOriginTest, NoticesASequenceThatWentBack)
{
    auto store = shop.open();
    const auto setSequence = [&](std::int64_t sequence) {
        return store->write([&]() -> Result<void> {
            store->device().setLastSequence(sequence);
            return {};
        });
    };
    ASSERT_TRUE(setSequence(9));
    store.reset();
    const DiskImage later = shop.disk.files().image();
    store = shop.open();
    ASSERT_TRUE(setSequence(4));
    store->database().checkpoint();
    const PageBytes older = shop.disk.files().file(shop.disk.files().find(shop.path())).now;
    store.reset();
    shop.disk.files().setImage(later);
    shop.disk.files().overwrite(shop.path(), older);
    EXPECT_EQ(shop.open()->origin(), StoreOrigin::Restored);
}

} // namespace
} // namespace crema::simulation
