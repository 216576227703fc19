// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/store_recovery.h"

#include "models/feed/entity_types.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/operations/storage_failure.h"
#include "models/selling/receipt_number.h"
#include "sync/store/documents.h"
#include "sync/store/emergency_journal.h"
#include "sync/store/migrator.h"
#include "sync/store/operation_queue.h"
#include "sync/store/setting_names.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

QString buildingPath(const QString &path)
{
    return path + QStringLiteral(".rebuilding");
}

QString rebuiltPath(const QString &path)
{
    return path + QStringLiteral(".rebuilt");
}

void removeDatabase(const QString &path, Disk &disk)
{
    for (const char *end : {"", "-wal", "-shm"})
        disk.remove(path + QLatin1String(end));
}

/// The damaged database as far as it opens. Null when not even its schema reads.
std::unique_ptr<Database> openDamaged(const QString &path, Disk &disk)
{
    Result<std::unique_ptr<Database>> database = Database::open(disk, path, Access::ReadOnly);
    try {
        if (database && Migrator::versionOf(**database) > 0)
            return *std::move(database);
    } catch (const StorageFailure &) {
        // Then there is the journal.
    }
    return nullptr;
}

void migrate(Database &database, Disk &disk, int version)
{
    if (const Result<void> migrated = Migrator(database, disk, version).migrate(); !migrated)
        throw StorageFailure(migrated.error());
}

/// The device is what the platform knows this store by; without its row there would be a new one.
void restoreDevice(Database &database, const BootRecord &record, const QString &path, Clock &clock, const Disk &disk)
{
    DeviceRows rows(database);
    if (rows.read())
        return;
    const DeviceRow &device = record.device;
    const Result<QByteArray> seed = disk.readSecret(path + QStringLiteral(".key"));
    const Result<SigningKey> key = seed ? SigningKey::fromSeed(*seed) : failure(seed.error());
    database.run("add_device",
                 {device.id, device.epoch, key ? key->publicKey() : QByteArray(""), clock.now().msSinceEpoch()});
    if (device.location)
        rows.enroll(device.platform, *device.location, device.registerId, device.person, Cursor{1, 0, 0},
                    device.heardAt().value_or(clock.now()));
    rows.setLastSequence(device.lastSequence);
    rows.setSetting(setting::origin, QStringLiteral("restored"));
}

/// Where the till stands is known beside the database too, so that it goes on selling before the platform is heard.
void restorePlace(EntityRows &rows, const BootRecord &record)
{
    for (const KeptRow &row : record.rows) {
        // One that this version does not read comes from the platform.
        if (!rows.document(row.ref))
            (void)rows.tryPut(row.ref, row.document);
    }
}

/// Bytes that are no longer what their hash says are none of an operation; the journal may have it whole.
void removeRottenOperations(Database &database)
{
    QList<std::int64_t> rotten;
    {
        Rows rows = database.query("list_operations_from", {0});
        while (rows.next()) {
            if (payloadHash(rows.view(1)) != rows.bytes(2))
                rotten.append(rows.integer(0));
        }
    }
    for (const std::int64_t number : std::as_const(rotten))
        database.run("delete_operation", {number});
}

/// What was made here and is still on its way is made again where its row is gone. A shift is not, and no gift card or
/// account of points: the sums would be wrong, and the platform has them right.
void makeMissingAgain(Database &database, EntityRows &rows, LocalAggregates &aggregates)
{
    std::vector<std::pair<std::int64_t, Operation>> missing;
    {
        Rows pending = database.query("list_operations_not_visible");
        while (pending.next()) {
            const Result<Operation> operation = readOperation(pending.bytes(1));
            const bool known = operation && EntityRows::keeps(operation->subject.type) &&
                               operation->subject.type != entity::shift && operation->subject.type != entity::sale &&
                               operation->subject.type != entity::giftCard &&
                               operation->subject.type != entity::loyaltyAccount;
            if (known && !rows.document({operation->subject.type, operation->subject.id}))
                missing.emplace_back(pending.integer(0), *operation);
        }
    }
    for (const auto &[number, operation] : missing) {
        if (operation.type == operation::cashMove) {
            // As with sales: what it did to its shift stands there.
            if (const Result<CashMovement> movement = body::readCashMove(operation))
                rows.cash().add(*movement);
            continue;
        }
        aggregates.begin(number, operation.subject);
        [[maybe_unused]] const Effect effect = applyOperation(operation, aggregates, MergeMode::Replay);
    }
}

/// No number of a Z may be given a second time either.
void raiseZCounter(Database &database)
{
    const std::optional<DeviceRow> device = DeviceRows(database).read();
    if (!device || !device->registerId)
        return;
    CashRows cash(database);
    Rows rows = database.query("list_shift_closings");
    while (rows.next()) {
        const Result<Operation> operation = readOperation(rows.bytes(0));
        const auto closing = operation ? body::readShiftClose(*operation) : failure(operation.error());
        if (closing && closing->z && operation->registerId == device->registerId)
            cash.count(*device->registerId, *closing->z);
    }
}

/// Sales whose operation is gone cannot be read; those whose row is gone stand in their operation.
void matchSalesWithOperations(Database &database)
{
    database.run("delete_sales_without_content");
    database.run("delete_lost_coupon_uses");
    database.run("delete_lost_customer_sales");
    SellingRows selling(database);
    std::vector<std::pair<Sale, std::int64_t>> missing;
    {
        Rows rows = database.query("list_operations_without_sale");
        while (rows.next()) {
            const Result<Operation> operation = readOperation(rows.bytes(1));
            const Result<Sale> sale = operation ? body::readSaleComplete(*operation) : failure(operation.error());
            if (sale)
                missing.emplace_back(*sale, rows.integer(0));
        }
    }
    for (const auto &[sale, number] : missing)
        selling.add(sale, number);
    database.run("restore_customer_sales");
}

/// No receipt number may be given a second time. Of other registers, also of one that this store was, there are sales
/// here as well: whoever has them now counts on.
void raiseReceiptCounter(Database &database)
{
    const std::optional<DeviceRow> device = DeviceRows(database).read();
    if (!device)
        return;
    std::int64_t highest = 0;
    {
        Rows rows = database.query("list_receipt_numbers", {device->registerId});
        while (rows.next()) {
            if (const auto number = ReceiptNumber::fromString(rows.text(0)))
                highest = std::max(highest, std::int64_t(number->running));
        }
    }
    if (highest > 0)
        database.run("raise_receipt_counter", {device->registerId, highest});
}

/// What the platform knows comes again with the next pull, and is laid under what is pending.
void fetchAllAgain(Database &database)
{
    DeviceRows rows(database);
    const std::optional<DeviceRow> device = rows.read();
    if (device && device->enrolled())
        rows.setCursor(Cursor{device->cursor ? device->cursor->epoch : 1, 0, 0});
    rows.setSetting(setting::staleSearch, QStringLiteral("1"));
    rows.setSetting(setting::staleRebase, QStringLiteral("1"));
    rows.setSetting(setting::staleJournal, QStringLiteral("1"));
}

void requireSound(Database &database)
{
    const QString finding = database.value("check_quickly").toString();
    if (finding != QLatin1String("ok"))
        throwDamaged(finding);
}

RecoveryReport build(const QString &path, const BootRecord &record, Clock &clock, Disk &disk)
{
    RecoveryReport report;
    std::unique_ptr<Database> damaged = openDamaged(path, disk);
    const int version = damaged ? Migrator::versionOf(*damaged) : Migrator::newestVersion();
    Result<std::unique_ptr<Database>> fresh = Database::open(disk, buildingPath(path), Access::ReadWrite);
    if (!fresh)
        throw StorageFailure(fresh.error());
    disk.makePrivate(buildingPath(path));
    migrate(**fresh, disk, version);
    if (damaged) {
        Transaction transaction(**fresh);
        report.tables = salvageTables(*damaged, **fresh);
        transaction.commit();
    }
    damaged.reset();
    migrate(**fresh, disk, Migrator::newestVersion());
    Transaction transaction(**fresh);
    restoreDevice(**fresh, record, path, clock, disk);
    removeRottenOperations(**fresh);
    report.fromJournal = addFromJournal(**fresh, disk, path + QStringLiteral(".journal"));
    EntityRows rows(**fresh);
    rows.catalog().beginBulk();
    restorePlace(rows, record);
    LocalAggregates aggregates(**fresh, rows);
    makeMissingAgain(**fresh, rows, aggregates);
    matchSalesWithOperations(**fresh);
    raiseReceiptCounter(**fresh);
    raiseZCounter(**fresh);
    fetchAllAgain(**fresh);
    transaction.commit();
    requireSound(**fresh);
    if (!(*fresh)->settleLog())
        throwDamaged(QCoreApplication::translate("Store", "another program reads it"));
    return report;
}

} // namespace

qsizetype addFromJournal(Database &database, const Disk &disk, const QString &journalPath)
{
    const Result<QByteArray> file = disk.read(journalPath);
    qsizetype damaged = 0;
    QList<JournalEntry> entries = file ? EmergencyJournal::read(*file, damaged) : QList<JournalEntry>();
    std::stable_sort(entries.begin(), entries.end(),
                     [](const JournalEntry &a, const JournalEntry &b) { return a.number < b.number; });
    EntityRows rows(database);
    rows.catalog().beginBulk(); // search is written anew when the store opens
    LocalAggregates aggregates(database, rows);
    OperationQueue queue(database);
    qsizetype added = 0;
    for (const JournalEntry &entry : std::as_const(entries)) {
        const Result<Operation> operation = readOperation(entry.bytes);
        if (!operation || database.value("has_operation", {operation->id}).isValid())
            continue;
        const bool isTaken = database.value("read_operation_hash", {entry.number}).isValid();
        const std::int64_t number = entry.number > 0 && !isTaken ? entry.number : queue.nextNumber();
        aggregates.begin(number, operation->subject);
        // Refused where the rows have its effect already.
        [[maybe_unused]] const Effect effect = applyOperation(*operation, aggregates, MergeMode::Replay);
        queue.addAs(number, *operation, entry.bytes, entry.hash, aggregates.keys(), entry.madeAt);
        ++added;
    }
    if (added > 0) {
        raiseReceiptCounter(database);
        raiseZCounter(database);
        DeviceRows device(database);
        device.setSetting(setting::origin, setting::originUnclaimed);
        device.setSetting(setting::staleSearch, QStringLiteral("1"));
        device.setSetting(setting::staleRebase, QStringLiteral("1"));
        device.setSetting(setting::staleJournal, QStringLiteral("1"));
    }
    return added;
}

Result<RecoveryReport> rebuildStore(const QString &path, const BootRecord &record, Clock &clock, Disk &disk)
{
    removeDatabase(buildingPath(path), disk);
    try {
        RecoveryReport report = build(path, record, clock, disk);
        disk.remove(buildingPath(path) + QStringLiteral("-wal"));
        disk.remove(buildingPath(path) + QStringLiteral("-shm"));
        if (const Result<void> done = disk.rename(buildingPath(path), rebuiltPath(path)); !done)
            return failure(done.error());
        const Result<QString> kept = finishRebuilding(path, disk);
        if (!kept)
            return failure(kept.error());
        report.setAside = *kept;
        return report;
    } catch (const StorageFailure &failed) {
        return failure(failed.problem());
    }
}

Result<QString> finishRebuilding(const QString &path, Disk &disk)
{
    if (!disk.exists(rebuiltPath(path)))
        return QString();
    QString kept;
    for (int number = 1; kept.isEmpty() || disk.exists(kept); ++number)
        kept = QStringLiteral("%1.damaged-%2").arg(path, QString::number(number));
    // The log first: without its database it stays what it is.
    for (const char *end : {"-wal", ""}) {
        if (!disk.exists(path + QLatin1String(end)))
            continue;
        const Result<void> moved = disk.rename(path + QLatin1String(end), kept + QLatin1String(end));
        if (!moved)
            return failure(moved.error());
    }
    disk.remove(path + QStringLiteral("-shm"));
    if (const Result<void> moved = disk.rename(rebuiltPath(path), path); !moved)
        return failure(moved.error());
    return kept;
}

} // namespace crema::sync
