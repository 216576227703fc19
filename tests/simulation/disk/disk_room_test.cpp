// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 28: what is left on the disk, and what is kept for the sale in hand.
#include "sync/store/catalog_reader.h"
#include "tests/simulation/disk/ready_shop.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

constexpr qint64 megabyte = 1024 * 1024;

class DiskRoom : public ::testing::Test
{
protected:
    void leave(qint64 bytes) { shop.disk.files().setQuota(shop.disk.files().usedBytes() + bytes); }
    [[nodiscard]] bool isReserved() const
    {
        return shop.disk.size(shop.path() + QStringLiteral(".reserve")) == sync::DiskReserve::lowBytes;
    }
    [[nodiscard]] QString warning() { return store->state()->warning.value_or(Problem()).code; }

    ReadyShop shop{1};
    std::unique_ptr<sync::LocalStore> store = shop.open();
};

TEST_F(DiskRoom, IsKeptFromTheStartOn)
{
    EXPECT_TRUE(isReserved());
    EXPECT_EQ(warning(), QString());
}

TEST_F(DiskRoom, WarnsBeforeMoneyIsTakenAndSellsOn)
{
    leave(63 * megabyte);
    EXPECT_EQ(warning(), QStringLiteral("store.low_disk"));
    EXPECT_TRUE(shop.sell(*store));
    EXPECT_TRUE(isReserved());
}

TEST_F(DiskRoom, GivesTheReserveUpSoThatTheSaleInHandIsSaved)
{
    leave(1'000);
    EXPECT_TRUE(shop.sell(*store));
    EXPECT_FALSE(isReserved());
    EXPECT_EQ(warning(), QStringLiteral("store.low_disk"));
    // With room again it is made anew, in the background.
    leave(200 * megabyte);
    ASSERT_TRUE(store->syncJournal());
    EXPECT_TRUE(isReserved());
    EXPECT_EQ(warning(), QString());
}

TEST_F(DiskRoom, SaysThatTheDiskIsFullWithNothingHalfDoneAndGoesOnLater)
{
    leave(1'000);
    ASSERT_TRUE(shop.sell(*store));
    leave(1'000);
    const Result<QString> refused = shop.sell(*store);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("store.disk_full"));
    EXPECT_EQ(store->check().sales, 1);
    EXPECT_TRUE(store->check().isSound());
    leave(10 * megabyte);
    EXPECT_TRUE(shop.sell(*store));
    EXPECT_EQ(store->check().sales, 2);
}

TEST_F(DiskRoom, OpensAStoreOnAFullDiskOutOfTheReserve)
{
    store.reset();
    ASSERT_TRUE(isReserved());
    leave(0);
    store = shop.open();
    ASSERT_TRUE(store);
    EXPECT_FALSE(isReserved());
    EXPECT_EQ(warning(), QStringLiteral("store.low_disk"));
    EXPECT_TRUE(shop.sell(*store));
}

TEST_F(DiskRoom, SaysThatTheDiskIsFullWhenNothingIsLeftToOpenWith)
{
    store.reset();
    shop.disk.remove(shop.path() + QStringLiteral(".reserve"));
    leave(0);
    const auto refused = shop.tryOpen();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("store.disk_full"));
    leave(200 * megabyte);
    EXPECT_TRUE(shop.tryOpen());
}

/// However much is left when it becomes full: told is there, refused is not.
TEST(FullDisk, NeverLosesASaleWhereverItEnds)
{
    for (qint64 left = 0; left < 120'000 && !::testing::Test::HasFailure(); left += 1'500) {
        SCOPED_TRACE(left);
        ReadyShop tight(static_cast<std::uint64_t>(left) + 1);
        tight.disk.files().setQuota(tight.disk.files().usedBytes() + 64'000);
        auto open = tight.tryOpen();
        ASSERT_TRUE(open);
        tight.disk.remove(tight.path() + QStringLiteral(".reserve"));
        tight.disk.files().setQuota(tight.disk.files().usedBytes() + left);
        std::int64_t told = 0;
        while (tight.sell(**open))
            ++told;
        EXPECT_EQ((*open)->check().sales, told);
        tight.crash(*std::move(open), Crash::PowerCut);
        tight.disk.files().setQuota(-1);
        const auto again = tight.open();
        EXPECT_EQ(again->check().sales, told);
        EXPECT_TRUE(again->check().isSound());
    }
}

TEST(StoreSeams, RefuseANetworkFileSystem)
{
    ReadyShop shop(1);
    shop.disk.setNetworkFileSystem(true);
    const auto store = shop.tryOpen();
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, QStringLiteral("store.network_disk"));
}

/// sync.md rule 26: a reader that is the last to close leaves the log as it is.
TEST(StoreSeams, AReaderNeverMovesTheLog)
{
    ReadyShop shop(1);
    auto store = shop.open();
    ASSERT_TRUE(shop.sell(*store));
    shop.crash(std::move(store), Crash::Kill);
    const QString log = shop.path() + QStringLiteral("-wal");
    const QByteArray before = *shop.disk.read(log);
    ASSERT_FALSE(before.isEmpty());
    EXPECT_EQ(shop.open(sync::OpenMode::ReadOnly)->check().sales, 1);
    EXPECT_EQ(*shop.disk.read(log), before);
}

/// Search is no part of selling: what could not be written of it is made good when there is room.
TEST_F(DiskRoom, ASearchThatFindsNoRoomHoldsUpNothing)
{
    const auto isFound = [this](const QString &text) {
        sync::ProductFilter filter;
        filter.text = text;
        return !sync::CatalogReader(*store).find(filter).isEmpty();
    };
    leave(1'000);
    ASSERT_TRUE(shop.sell(*store)) << "the reserve is gone";
    leave(200 * megabyte);
    ASSERT_TRUE(store->beginBulk());
    leave(0);
    ASSERT_FALSE(store->endBulk());
    EXPECT_TRUE(store->isSearchStale());
    leave(200 * megabyte);
    sync::testing::addProduct(*store, QStringLiteral("Lungo"), QStringLiteral("LU"), 300);
    EXPECT_TRUE(isFound(QStringLiteral("lungo"))) << "what is made here is found meanwhile";
    store.reset();
    store = shop.open();
    EXPECT_TRUE(store->isSearchStale()) << "whoever opens it does not wait for that";
    EXPECT_TRUE(shop.sell(*store));
    ASSERT_TRUE(store->endBulk());
    EXPECT_FALSE(store->isSearchStale());
    EXPECT_TRUE(isFound(QStringLiteral("espresso")));
    EXPECT_TRUE(isFound(QStringLiteral("lungo")));
}

} // namespace
} // namespace crema::simulation
