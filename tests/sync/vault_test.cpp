// SPDX-License-Identifier: GPL-3.0-or-later
// ADR 039: what a store keeps on the disk says nothing to whoever has the disk alone.
#include "models/customers/customer.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/catalog_reader.h"
#include "sync/store/migrator.h"
#include "sync/store/sale_reader.h"
#include "tests/sync/shop.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace crema::sync {
namespace {

using testing::addProduct;
using testing::cashSale;
using testing::openShift;
using testing::sell;
using testing::StoreFolder;

const QList<QByteArray> planted{"Zaphod", "beeblebrox@example.com", "0042-555-1234", "Pangalactic", "Magrathea"};

QStringList filesOf(const StoreFolder &folder)
{
    return QDir(folder.folder.path()).entryList(QDir::Files | QDir::Hidden);
}

/// The files in which one of the planted words stands as it is.
QStringList filesThatTell(const StoreFolder &folder)
{
    QStringList telling;
    const QStringList files = filesOf(folder);
    for (const QString &name : files) {
        QFile file(folder.folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto stands = [&](const QByteArray &word) {
            return bytes.contains(word) || bytes.contains(word.toLower()) || bytes.contains(word.toBase64().chopped(3));
        };
        if (std::ranges::any_of(planted, stands))
            telling.append(name);
    }
    return telling;
}

/// Sells something to somebody; the number of the receipt.
QString sellTo(StoreFolder &folder, LocalStore &store)
{
    folder.shop.person.name = QStringLiteral("Zaphod");
    folder.shop.person.email = QStringLiteral("beeblebrox@example.com");
    folder.shop.location.name = QStringLiteral("Magrathea");
    folder.shop.enroll(store);
    const VariantId drink = addProduct(store, QStringLiteral("Pangalactic"), QStringLiteral("PGB"), 1'290);
    Customer customer;
    customer.id = CustomerId(QUuid::createUuid());
    customer.name = QStringLiteral("Zaphod");
    customer.email = QStringLiteral("beeblebrox@example.com");
    customer.phone = QStringLiteral("0042-555-1234");
    const Result<void> kept = store.write([&]() -> Result<void> {
        store.rows().put({entity::customer.toString(), customer.id.value()}, codec::toJson(customer));
        return {};
    });
    EXPECT_TRUE(kept);
    EXPECT_TRUE(openShift(store));
    const Result<Sale> sale = sell(store, cashSale({drink}, 2'000));
    EXPECT_TRUE(sale);
    return sale ? sale->number : QString();
}

TEST(Vault, NoFileOfAStoreTellsWhatIsInIt)
{
    StoreFolder folder;
    {
        const auto store = folder.open();
        ASSERT_FALSE(sellTo(folder, *store).isEmpty());
        ASSERT_TRUE(store->syncJournal());
        ASSERT_GT(QFile(folder.path() + QStringLiteral("-wal")).size(), 0);
        EXPECT_EQ(filesThatTell(folder), QStringList());
        ASSERT_TRUE(store->database().settleLog());
        store->database().run("copy_store", {folder.path() + QStringLiteral(".before-1")});
        EXPECT_EQ(filesThatTell(folder), QStringList());
    }
    EXPECT_EQ(filesThatTell(folder), QStringList());
}

TEST(Vault, WhatWouldTellIsFoundInClear)
{
    StoreFolder folder;
    {
        const auto store = *LocalStore::open(folder.request(), folder.clock, folder.randomness, folder.system);
        ASSERT_FALSE(sellTo(folder, *store).isEmpty());
    }
    const QStringList telling = filesThatTell(folder);
    for (const char *end : {"", ".journal", ".boot"})
        EXPECT_TRUE(telling.contains(QStringLiteral("store.sqlite") + QLatin1String(end))) << end;
}

TEST(Vault, ConvertsAStoreThatWasMadeInClear)
{
    StoreFolder folder;
    QString number;
    DeviceId device;
    {
        const auto store = *LocalStore::open(folder.request(), folder.clock, folder.randomness, folder.system);
        number = sellTo(folder, *store);
        device = store->state()->device;
        store->database().run("copy_store", {Migrator::backupPath(folder.path(), 2)});
    }
    const auto store = folder.open();
    EXPECT_EQ(filesThatTell(folder), QStringList());
    EXPECT_TRUE(findSale(*store, number));
    EXPECT_EQ(store->state()->device, device);
    EXPECT_EQ(store->origin(), StoreOrigin::Same);
    EXPECT_TRUE(store->signingKey());
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
    qsizetype damaged = 0;
    const QByteArray journal = *folder.disk.read(folder.path() + QStringLiteral(".journal"));
    EXPECT_EQ(EmergencyJournal::read(journal, damaged).size(), store->check().operations);
    EXPECT_EQ(damaged, 0);
    EXPECT_FALSE(filesOf(folder).contains(QStringLiteral("store.sqlite.sealing")));
}

TEST(Vault, AReaderSeesAStoreInClearUntilItIsConverted)
{
    StoreFolder folder;
    QString number;
    {
        const auto store = *LocalStore::open(folder.request(), folder.clock, folder.randomness, folder.system);
        number = sellTo(folder, *store);
    }
    {
        VaultDisk disk(folder.system, folder.nonces);
        const auto reader =
            *LocalStore::open(folder.request(OpenMode::ReadOnly), folder.clock, folder.randomness, disk);
        EXPECT_TRUE(findSale(*reader, number));
        // Whoever writes goes on in clear beside it.
        const auto writer = folder.open();
        EXPECT_TRUE(findSale(*writer, number));
        EXPECT_TRUE(filesThatTell(folder).contains(QStringLiteral("store.sqlite")));
    }
    const auto writer = folder.open();
    EXPECT_TRUE(findSale(*writer, number));
    EXPECT_EQ(filesThatTell(folder), QStringList());
    EXPECT_TRUE(findSale(*folder.open(OpenMode::ReadOnly), number));
}

void expectLocked(StoreFolder &folder)
{
    VaultDisk disk(folder.system, folder.nonces);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        if (mode == OpenMode::ReadOnly && !QFile::exists(folder.path()))
            continue;
        const auto opened = LocalStore::open(folder.request(mode), folder.clock, folder.randomness, disk);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, QStringLiteral("store.locked"));
        EXPECT_TRUE(opened.error().hint.contains(QStringLiteral("store.sqlite.vault")));
    }
}

TEST(Vault, WithoutItsKeyAStoreStaysAsItIs)
{
    StoreFolder folder;
    QString number;
    {
        const auto store = folder.open();
        number = sellTo(folder, *store);
    }
    const QString key = VaultDisk::secretOf(folder.path());
    const QByteArray before = *folder.system.read(folder.path());
    ASSERT_TRUE(QFile::rename(key, key + QStringLiteral(".kept")));
    expectLocked(folder);
    ASSERT_TRUE(folder.system.writePrivate(key, QByteArray(32, 'x')));
    expectLocked(folder);
    EXPECT_EQ(*folder.system.read(folder.path()), before);
    // Neither is it begun anew where only its journal is left.
    folder.system.remove(key);
    ASSERT_TRUE(QFile::rename(folder.path(), folder.path() + QStringLiteral(".elsewhere")));
    expectLocked(folder);
    EXPECT_FALSE(QFile::exists(folder.path()));
    ASSERT_TRUE(QFile::rename(folder.path() + QStringLiteral(".elsewhere"), folder.path()));
    ASSERT_TRUE(QFile::rename(key + QStringLiteral(".kept"), key));
    VaultDisk disk(folder.system, folder.nonces);
    const auto store = LocalStore::open(folder.request(), folder.clock, folder.randomness, disk);
    ASSERT_TRUE(store);
    EXPECT_TRUE(findSale(**store, number));
}

TEST(Vault, KeyAndStoreAreFilesOfTheirOwnerAlone)
{
    StoreFolder folder;
    const auto store = folder.open();
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    EXPECT_EQ(QFile::permissions(VaultDisk::secretOf(folder.path())) & others, 0);
    EXPECT_EQ(QFile::permissions(folder.path()) & others, 0);
}

} // namespace
} // namespace crema::sync
