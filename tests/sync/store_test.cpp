// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_types.h"
#include "models/operations/apply_selling.h"
#include "models/operations/operation_codec.h"
#include "sync/store/catalog_reader.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/migrator.h"
#include "sync/store/sale_reader.h"
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

/// sync.md rule 29: a copy that is ended before it was given a place claims another one the next time.
TEST(Store, AClaimThatWasNeverAnsweredLeavesNoRegister)
{
    StoreFolder folder;
    const auto store = folder.openEnrolled();
    const auto registers = [&store] { return store->rows().references(entity::registerType).size(); };
    const qsizetype before = registers();
    ASSERT_TRUE(store->becomeAnother(StoreOrigin::Copied));
    ASSERT_TRUE(store->becomeAnother(StoreOrigin::Copied));
    EXPECT_EQ(registers(), before + 1);
    const Register given = *store->place().registerInfo;
    ASSERT_TRUE(store->take(EpochGiven{2, 0, given}));
    ASSERT_TRUE(store->becomeAnother(StoreOrigin::Restored));
    EXPECT_EQ(registers(), before + 2) << "the platform knows the one that it gave";
}

/// On a full disk, and in a folder that cannot be written.
TEST(Store, IsReadWhereNothingCanBeWritten)
{
    StoreFolder folder;
    addProduct(*folder.openEnrolled(), QStringLiteral("Espresso"), QStringLiteral("ESP"), 290);
    // Stands where SQLite wants to make what its connections share.
    ASSERT_TRUE(QDir().mkdir(folder.path() + QStringLiteral("-shm")));
    const auto reader = folder.tryOpen(OpenMode::ReadOnly);
    ASSERT_TRUE(reader) << qPrintable(reader.error().code + u' ' + reader.error().message);
    EXPECT_EQ(CatalogReader(**reader).find({}).size(), 1);
    EXPECT_TRUE((*reader)->check().isSound()) << qPrintable((*reader)->check().findings.join(u' '));
    EXPECT_TRUE((*reader)->state()->readOnly);
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
        const auto database = Database::open(folder.system, folder.path(), Access::ReadWrite);
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
        // The copy from before stands beside it (sync.md rule 25).
        const int version = QFileInfo(file).baseName().toInt();
        const QString backup = folder.path() + QStringLiteral(".before-%1").arg(version + 1);
        EXPECT_EQ(QFileInfo::exists(backup), version < Migrator::newestVersion());
    }
}

TEST(Migrations, AreRunForAReaderToo)
{
    StoreFolder folder;
    {
        const auto database = Database::open(folder.system, folder.path(), Access::ReadWrite);
        ASSERT_TRUE(database);
        ASSERT_TRUE(Migrator(**database, folder.system, 1).migrate());
    }
    const auto reader = folder.open(OpenMode::ReadOnly);
    EXPECT_TRUE(reader->isReadOnly());
    EXPECT_EQ(Migrator::versionOf(reader->database()), Migrator::newestVersion());
    EXPECT_EQ(findSales(*reader, {}).size(), 0);
}

QStringList shapeOf(Database &database)
{
    QStringList shape;
    Rows rows = database.query("list_schema");
    while (rows.next())
        shape.append(rows.text(0));
    return shape;
}

TEST(Migrations, LeaveAnOldStoreInTheShapeOfANewOne)
{
    StoreFolder fresh;
    StoreFolder old;
    {
        const auto database = Database::open(old.system, old.path(), Access::ReadWrite);
        ASSERT_TRUE(database);
        ASSERT_TRUE(Migrator(**database, old.system, 1).migrate());
    }
    EXPECT_EQ(shapeOf(old.open()->database()), shapeOf(fresh.open()->database()));
}

/// A sale with its operation and movement as version 1 wrote them, still on its way to the platform.
TEST(Migrations, KeepSalesOperationsAndMovementsOfVersion1)
{
    StoreFolder folder;
    const auto newer = folder.openEnrolled();
    const VariantId espresso = addProduct(*newer, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
    ASSERT_TRUE(openShift(*newer));
    const Sale sale = *sell(*newer, cashSale({espresso}, 2'000));
    const QByteArray document = *newer->rows().document({QStringLiteral("sale"), sale.id.value()});
    const UnsentOperation operation = newer->queue().unsent(10).last();

    StoreFolder old;
    {
        const auto database = Database::open(old.system, old.path(), Access::ReadWrite);
        ASSERT_TRUE(database);
        ASSERT_TRUE(Migrator(**database, old.system, 1).migrate());
        const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1("x'" + bytes.toHex() + '\''); };
        const QString saleId = hex(sale.id.value().toRfc4122());
        const QString variant = hex(espresso.value().toRfc4122());
        (*database)->runText(QStringLiteral("INSERT INTO sale VALUES (%1, '%2', x'01', x'02', 5, %3)")
                                 .arg(saleId, sale.number, hex(document)));
        (*database)->runText(QStringLiteral("INSERT INTO operation VALUES (41, x'03', 'sale.complete', %1, %2, %3, "
                                            "'queued', NULL, NULL, NULL, NULL, 0, x'')")
                                 .arg(saleId, hex(operation.bytes), hex(payloadHash(operation.bytes))));
        const MovementId moved = movementId(readOperation(operation.bytes)->id, 0);
        (*database)->runText(
            QStringLiteral("INSERT INTO movement VALUES (%1, %2, %3, -1, 'sale', %4, %5, '')")
                .arg(hex(moved.value().toRfc4122()), variant, hex(sale.location.value().toRfc4122()), saleId)
                .arg(sale.completedAt.msSinceEpoch()));
    }
    const auto store = old.open();
    EXPECT_EQ(store->rows().selling().sale(sale.id), sale);
    EXPECT_EQ(findSale(*store, sale.number)->state, SyncState::Queued);
    EXPECT_EQ(store->rows().selling().movements(espresso, 10).size(), 1);
    ASSERT_EQ(store->queue().unsent(10).size(), 1);
    EXPECT_EQ(store->queue().unsent(10).first().number, 41);
    EXPECT_EQ(store->queue().unsent(10).first().bytes, operation.bytes);
    EXPECT_EQ(store->queue().nextNumber(), 42);
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

/// A store that was left between a refusal and its undoing, as version 2 could be (sync.md rule 2): the refused edit is
/// not in the view any more, and what is pending still lies over the platform's rows.
TEST(Migrations, LayPendingOperationsAnewAndUndoWhatWasRefused)
{
    StoreFolder folder;
    {
        const auto store = folder.openEnrolled();
        const VariantId variant = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
        const Variant before = *store->rows().catalog().variant(variant);
        Variant after = before;
        after.price = Price{euro(1), 1};
        ASSERT_TRUE(store->write([&] { return recordVariantEdit(*store, before, after); }));
        Database &database = store->database();
        database.runText(
            QStringLiteral("UPDATE operation SET state = 'receipted', attention = 1, acknowledgement = '{}' "
                           "WHERE type = 'variant.edit'"));
        database.runText(QStringLiteral("DELETE FROM pending_key"));
        database.runText(QStringLiteral("UPDATE setting SET value = '1' WHERE name = 'rebase.stale'"));
    }
    const auto store = folder.open();
    const auto hit = CatalogReader(*store).byCode(QStringLiteral("ESP"));
    ASSERT_TRUE(hit);
    EXPECT_EQ(store->rows().catalog().variant(hit->variant)->price->amount, euro(1'290));
    EXPECT_EQ(store->queue().counts().queued, 2);
    EXPECT_EQ(store->queue().counts().receipted, 0);
}

} // namespace
} // namespace crema::sync::testing
