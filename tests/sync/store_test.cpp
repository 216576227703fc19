// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/catalog_reader.h"
#include "sync/store/migrator.h"
#include "tests/sync/shop.h"

#include <QDir>
#include <QFileInfo>

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

TEST(Store, MakesDeviceKeysAndEpochWithTheStore)
{
    StoreFolder folder;
    const auto store = folder.open();
    const auto state = store->state();
    ASSERT_TRUE(state);
    EXPECT_FALSE(state->device.isNull());
    EXPECT_FALSE(state->enrolled);
    EXPECT_EQ(state->currency().code(), QStringLiteral("EUR"));
    ASSERT_TRUE(store->signingKey());
    const QFileInfo key(folder.path() + QStringLiteral(".key"));
    EXPECT_EQ(key.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), 0);
}

TEST(Store, KeepsItsDeviceWhenOpenedAgain)
{
    StoreFolder folder;
    const DeviceId first = folder.open()->state()->device;
    EXPECT_EQ(folder.open()->state()->device, first);
}

TEST(Store, ReadsBackTheDurableSettings)
{
    StoreFolder folder;
    const auto store = folder.open();
    EXPECT_EQ(store->database().value("read_journal_mode").toString(), QStringLiteral("wal"));
    EXPECT_EQ(store->database().value("read_synchronous").toInt(), 2);
    EXPECT_EQ(store->database().value("read_wal_autocheckpoint").toInt(), 0);
}

TEST(Store, NamesTheHolderToASecondWriter)
{
    StoreFolder folder;
    const auto store = folder.open();
    const auto second = folder.tryOpen();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, QStringLiteral("store.in_use"));
    EXPECT_TRUE(second.error().message.contains(QStringLiteral("test (")));
}

TEST(Store, ReadersWorkBesideTheWriterAndCannotWrite)
{
    StoreFolder folder;
    const auto writer = folder.openEnrolled();
    addProduct(*writer, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    const auto reader = folder.open(OpenMode::ReadOnly);
    EXPECT_TRUE(CatalogReader(*reader).byCode(QStringLiteral("esp")));
    const auto refused = reader->write([&]() -> Result<void> { return {}; });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("store.read_only"));
}

TEST(Store, ReaderWithoutAStoreSaysSo)
{
    StoreFolder folder;
    const auto reader = folder.tryOpen(OpenMode::ReadOnly);
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, QStringLiteral("store.missing"));
}

TEST(Store, OpensANewerStoreForReadingOnly)
{
    StoreFolder folder;
    {
        const auto store = folder.open();
        store->database().runText(QStringLiteral("PRAGMA user_version = 4711"));
    }
    const auto store = folder.open();
    EXPECT_TRUE(store->isReadOnly());
    ASSERT_TRUE(store->state());
    EXPECT_EQ(store->state()->warning->code, QStringLiteral("store.newer"));
}

TEST(Store, RefusesADatabaseOfAnotherProgram)
{
    StoreFolder folder;
    {
        const auto database = Database::open(folder.path(), Access::ReadWrite);
        ASSERT_TRUE(database);
        (*database)->runText(QStringLiteral("CREATE TABLE foreign_thing (x)"));
    }
    const auto store = folder.tryOpen();
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, QStringLiteral("store.foreign"));
}

TEST(Store, RefusesAFileThatIsNoDatabase)
{
    StoreFolder folder;
    QFile file(folder.path());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8'192, 'x'));
    file.close();
    const auto store = folder.tryOpen();
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, QStringLiteral("store.damaged"));
}

TEST(Store, MissesItsKeyFile)
{
    StoreFolder folder;
    {
        const auto store = folder.open();
    }
    QFile::remove(folder.path() + QStringLiteral(".key"));
    const auto key = folder.open()->signingKey();
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, QStringLiteral("store.key_missing"));
}

/// Each file under tests/sync/stores was made by the migrations up to its number, with a product in it.
TEST(Migrations, BringEveryOldStoreToTheNewestVersion)
{
    const QDir stores(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/tests/sync/stores"));
    const QStringList files = stores.entryList({QStringLiteral("*.store")}, QDir::Files);
    ASSERT_EQ(files.size(), Migrator::newestVersion());
    for (const QString &file : files) {
        StoreFolder folder;
        ASSERT_TRUE(QFile::copy(stores.filePath(file), folder.path()));
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner);
        const auto store = folder.open();
        EXPECT_EQ(Migrator::versionOf(store->database()), Migrator::newestVersion()) << qPrintable(file);
        EXPECT_TRUE(CatalogReader(*store).byCode(QStringLiteral("4006381333931"))) << qPrintable(file);
        EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
    }
}

TEST(Journal, HoldsEveryRecordedOperationAndStepsOverDamage)
{
    StoreFolder folder;
    {
        const auto store = folder.openEnrolled();
        addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    }
    const Result<QByteArray> file = folder.disk.read(folder.path() + QStringLiteral(".journal"));
    ASSERT_TRUE(file);
    qsizetype damaged = 0;
    EXPECT_EQ(EmergencyJournal::read(*file, damaged).size(), 2);
    EXPECT_EQ(damaged, 0);
    QByteArray torn = *file;
    torn.chop(5);
    EXPECT_EQ(EmergencyJournal::read(torn, damaged).size(), 1);
    EXPECT_EQ(damaged, 1);
}

} // namespace
} // namespace crema::sync::testing
