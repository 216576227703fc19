// SPDX-License-Identifier: GPL-3.0-or-later
// ADR 039: a store that was made in clear is encrypted, and no moment at which the power goes loses anything of it.
#include "sync/store/sale_reader.h"
#include "sync/store/vault_file_system.h"
#include "tests/simulation/disk/sim_shop.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

using Form = sync::VaultFileSystem::Form;

class VaultConversion : public ::testing::Test
{
protected:
    VaultConversion()
    {
        // As a version that knew no encryption left it.
        auto store = openInClear();
        shop.shop.enroll(*store);
        shop.espresso = sync::testing::addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
        EXPECT_TRUE(sync::testing::openShift(*store));
        for (int i = 0; i < 3; ++i)
            told.append(*shop.sell(*store));
        device = store->state()->device;
        shop.crash(std::move(store), Crash::Kill);
    }

    std::unique_ptr<sync::LocalStore> openInClear()
    {
        return *sync::LocalStore::open(
            {shop.path(), sync::OpenMode::ReadWrite, QStringLiteral("simulation"), *Currency::fromCode(u"EUR")},
            shop.clock, shop.randomness, shop.disk);
    }

    [[nodiscard]] Form form() const
    {
        return sync::VaultFileSystem::formOf(sync::VaultFileSystem::startOf(shop.disk.sqliteFileSystem(), shop.path()));
    }

    /// Opened by a program of its own, which knows of no key yet.
    [[nodiscard]] static Result<std::unique_ptr<sync::LocalStore>> tryOpen(SimShop &shop, sync::VaultDisk &disk)
    {
        return sync::LocalStore::open(
            {shop.path(), sync::OpenMode::ReadWrite, QStringLiteral("simulation"), *Currency::fromCode(u"EUR")},
            shop.clock, shop.randomness, disk);
    }

    void expectEverything(sync::LocalStore &store)
    {
        EXPECT_EQ(store.state()->device, device);
        EXPECT_EQ(store.origin(), sync::StoreOrigin::Same) << "it is no copy";
        EXPECT_TRUE(store.signingKey());
        for (const QString &number : std::as_const(told))
            EXPECT_TRUE(sync::findSale(store, number)) << qPrintable(number);
        EXPECT_TRUE(store.check().isSound()) << qPrintable(store.check().findings.join(u' '));
    }

    SimShop shop{1};
    QStringList told;
    DeviceId device;
};

TEST_F(VaultConversion, SurvivesAnEndAtEachCallOfTheDisk)
{
    ASSERT_EQ(form(), Form::Clear);
    const DiskImage image = shop.disk.files().image();
    for (const Crash kind : {Crash::Kill, Crash::PowerCut}) {
        int call = 1;
        for (bool finished = false; !finished && !HasFailure(); ++call) {
            SCOPED_TRACE(call);
            shop.disk.files().setImage(image);
            shop.disk.files().crash(Crash::Kill);
            shop.disk.files().dieAt(call);
            {
                sync::VaultDisk disk(shop.disk, shop.nonces);
                auto store = tryOpen(shop, disk);
                finished = store.has_value();
                shop.disk.files().die();
                store = failure(Problem());
            }
            shop.disk.files().crash(kind);
            sync::VaultDisk disk(shop.disk, shop.nonces);
            const auto store = tryOpen(shop, disk);
            ASSERT_TRUE(store) << qPrintable(store.error().message);
            expectEverything(**store);
            EXPECT_EQ(form(), Form::Sealed);
        }
        EXPECT_GT(call, 20);
    }
}

TEST_F(VaultConversion, SaysHowMuchRoomItNeeds)
{
    // What is kept for the last sales would be taken for it.
    shop.disk.remove(shop.path() + QStringLiteral(".reserve"));
    shop.disk.files().setQuota(shop.disk.files().usedBytes() + 100'000);
    {
        sync::VaultDisk disk(shop.disk, shop.nonces);
        const auto store = tryOpen(shop, disk);
        ASSERT_FALSE(store);
        EXPECT_EQ(store.error().code, QStringLiteral("store.disk_full"));
        EXPECT_TRUE(store.error().hint.contains(QStringLiteral("MB"))) << qPrintable(store.error().hint);
    }
    EXPECT_EQ(form(), Form::Clear);
    shop.disk.files().setQuota(-1);
    sync::VaultDisk disk(shop.disk, shop.nonces);
    expectEverything(**tryOpen(shop, disk));
    EXPECT_EQ(form(), Form::Sealed);
}

TEST_F(VaultConversion, RebuildsWhatIsDamagedIntoAnEncryptedStore)
{
    {
        auto store = openInClear();
        ASSERT_TRUE(store->database().settleLog());
    }
    const qsizetype pages = shop.disk.size(shop.path()) / PageBytes::pageSize;
    for (qsizetype page = pages / 2; page < pages; ++page)
        shop.disk.files().rotPage(shop.path(), page);
    sync::VaultDisk disk(shop.disk, shop.nonces);
    const auto store = tryOpen(shop, disk);
    ASSERT_TRUE(store) << qPrintable(store.error().message);
    for (const QString &number : std::as_const(told))
        EXPECT_TRUE(sync::findSale(**store, number)) << qPrintable(number);
    EXPECT_EQ(form(), Form::Sealed);
}

} // namespace
} // namespace crema::simulation
