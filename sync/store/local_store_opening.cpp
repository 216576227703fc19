// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/documents.h"
#include "sync/store/journal_reconciliation.h"
#include "sync/store/local_store.h"
#include "sync/store/migrator.h"
#include "sync/store/setting_names.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace crema::sync {
namespace {

QString folderOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

tl::unexpected<Problem> networkDisk(const QString &folder)
{
    return failure(
        ProblemKind::Device, QStringLiteral("store.network_disk"),
        QCoreApplication::translate("Store", "%1 lies on a network drive, where saving is not safe.").arg(folder),
        QCoreApplication::translate("Store", "Choose a folder on a local disk with CREMA_STORE."));
}

tl::unexpected<Problem> missing(const QString &path)
{
    return failure(ProblemKind::NotFound, QStringLiteral("store.missing"),
                   QCoreApplication::translate("Store", "There is no local store at %1 yet.").arg(path),
                   QCoreApplication::translate("Store", "Run a command that writes first, or check CREMA_STORE."));
}

Problem newerStore()
{
    return {ProblemKind::Conflict,
            QStringLiteral("store.newer"),
            QCoreApplication::translate("Store",
                                        "The local store was made by a newer version, so it is open for reading only."),
            QCoreApplication::translate("Store", "Update this program."),
            {}};
}

Problem recoveredStore(const RecoveryReport &report)
{
    return {
        ProblemKind::Device,
        QStringLiteral("store.recovered"),
        QCoreApplication::translate("Store",
                                    "The local store was damaged and has been rebuilt: %1 records could be read, "
                                    "%2 operations came from the operation journal.")
            .arg(report.tables.rows)
            .arg(report.fromJournal),
        QCoreApplication::translate("Store", "Fetch changes soon, so that nothing is missing. %1 is the damaged file.")
            .arg(report.setAside),
        {}};
}

Result<void> prepareFolder(const QString &path, Disk &disk)
{
    const QString folder = folderOf(path);
    if (const Result<void> made = disk.makePrivateFolder(folder); !made)
        return made;
    if (disk.isNetworkFileSystem(folder))
        return networkDisk(folder);
    return {};
}

/// The mark of a clean end is SQLite's own: the last connection that may write takes the log away when it closes. It
/// stays after a crash, and behind a reader that was still there; then a closer look costs only time.
bool endedCleanly(const QString &path, const Disk &disk)
{
    return disk.size(path + QStringLiteral("-wal")) == 0;
}

enum class Look { Brief, Close };

/// Whether the file is what a program left here: readable and, at a close look, whole. Errors: `store.damaged`.
Result<void> look(Database &database, Look how)
{
    try {
        if (Migrator::versionOf(database) > Migrator::newestVersion())
            return {};
        QString finding = QStringLiteral("ok");
        if (database.value("count_schema_entries").toInt() == 0)
            finding = QCoreApplication::translate("Store", "it is empty");
        else if (how == Look::Close)
            finding = database.value("check_quickly").toString();
        if (finding != QLatin1String("ok"))
            throwDamaged(finding);
        return {};
    } catch (const StorageFailure &failed) {
        return failure(failed.problem());
    }
}

/// The first look into the file, and so where damage shows. Errors: those of storageProblem().
Result<int> versionOf(Database &database)
{
    try {
        return Migrator::versionOf(database);
    } catch (const StorageFailure &failed) {
        return failure(failed.problem());
    }
}

} // namespace

Result<void> LocalStore::upgrade(const OpenRequest &request, Clock &clock, Randomness &randomness, Disk &disk)
{
    OpenRequest writing = request;
    writing.mode = OpenMode::ReadWrite;
    const Result<std::unique_ptr<LocalStore>> upgraded = open(writing, clock, randomness, disk);
    if (!upgraded)
        return failure(upgraded.error());
    return {};
}

Result<std::unique_ptr<LocalStore>> LocalStore::open(const OpenRequest &request, Clock &clock, Randomness &randomness,
                                                     Disk &disk)
{
    Result<std::unique_ptr<LocalStore>> opened = openOnce(request, clock, randomness, disk);
    const bool isFull = !opened && opened.error().code == QLatin1String("store.disk_full");
    if (!isFull || request.mode == OpenMode::ReadOnly)
        return opened;
    // Opening needs some room for itself; what is kept for the last sales serves it first.
    DiskReserve reserve(disk, request.storePath);
    if (!reserve.isHeld())
        return opened;
    reserve.release();
    return openOnce(request, clock, randomness, disk);
}

Result<std::unique_ptr<LocalStore>> LocalStore::openOnce(const OpenRequest &request, Clock &clock,
                                                         Randomness &randomness, Disk &disk)
{
    const bool writes = request.mode == OpenMode::ReadWrite;
    if (!writes && !disk.exists(request.storePath))
        return missing(request.storePath);
    std::unique_ptr<FileLock> lock;
    if (writes) {
        if (const Result<void> folder = prepareFolder(request.storePath, disk); !folder)
            return failure(folder.error());
        Result<std::unique_ptr<FileLock>> taken =
            disk.lock(request.storePath + QStringLiteral(".lock"), request.program);
        if (!taken)
            return failure(taken.error());
        lock = *std::move(taken);
    }
    const StoreUse use = writes ? StoreUse::Writing : StoreUse::Reading;
    if (const Result<void> unlocked = disk.unlock(request.storePath, use); !unlocked)
        return failure(unlocked.error());
    const std::optional<BootRecord> record = BootRecord::read(disk, request.storePath);
    std::optional<RecoveryReport> recovered;
    Result<std::unique_ptr<Database>> database = writes
                                                     ? openDatabase(request.storePath, record, clock, disk, recovered)
                                                     : Database::open(disk, request.storePath, Access::ReadOnly);
    if (!database)
        return failure(database.error());
    const Result<int> read = versionOf(**database);
    if (!read)
        return failure(read.error());
    const int version = *read;
    const bool newer = version > Migrator::newestVersion();
    const bool older = !writes && version > 0 && version < Migrator::newestVersion();
    if (older) {
        // A reader cannot read older tables, so they are brought up to date first as a writer does it.
        database->reset();
        if (const Result<void> upgraded = upgrade(request, clock, randomness, disk); !upgraded)
            return failure(upgraded.error());
    }
    if (older || (newer && writes)) {
        database->reset();
        database = Database::open(disk, request.storePath, Access::ReadOnly);
        if (!database)
            return failure(database.error());
    }
    std::unique_ptr<LocalStore> store(new LocalStore(*std::move(database), std::move(lock), clock, randomness, disk));
    if (newer)
        store->m_warning = newerStore();
    if (recovered)
        store->m_warning = recoveredStore(*recovered);
    if (!store->isReadOnly()) {
        const Result<void> prepared = store->prepare(request, recovered ? std::nullopt : record);
        if (prepared)
            return store;
        if (prepared.error().code != QLatin1String("store.damaged") || !record || record->damaged || recovered)
            return failure(prepared.error());
        // It looked whole and is not: once more, with a closer look.
        store->m_database->leaveFileAlone();
        store.reset();
        BootRecord suspected = *record;
        suspected.damaged = true;
        if (const Result<void> noted = suspected.write(disk, request.storePath); !noted)
            return failure(noted.error());
        return open(request, clock, randomness, disk);
    }
    return store;
}

Result<std::unique_ptr<Database>> LocalStore::openDatabase(const QString &path, const std::optional<BootRecord> &record,
                                                           Clock &clock, Disk &disk,
                                                           std::optional<RecoveryReport> &recovered)
{
    if (const Result<QString> swapped = finishRebuilding(path, disk); !swapped)
        return failure(swapped.error());
    const Look how = endedCleanly(path, disk) && !(record && record->damaged) ? Look::Brief : Look::Close;
    // A program that ended while it made the log, or after a sync that failed, left what the next commits build on in
    // the system's memory only.
    if (const Result<void> again = disk.writeAgain(path + QStringLiteral("-wal")); !again)
        return failure(again.error());
    Result<std::unique_ptr<Database>> database = Database::open(disk, path, Access::ReadWrite);
    // Without a record it is no store of ours, or a new one: nothing is set aside then.
    if (!record || record->device.id.isNull())
        return database;
    const Result<void> sound = database ? look(**database, how) : failure(database.error());
    if (sound)
        return database;
    if (sound.error().code != QLatin1String("store.damaged"))
        return failure(sound.error());
    if (database) {
        (*database)->leaveFileAlone();
        database->reset();
    }
    const Result<RecoveryReport> rebuilt = rebuildStore(path, *record, clock, disk);
    if (!rebuilt)
        return failure(rebuilt.error());
    recovered = *rebuilt;
    return Database::open(disk, path, Access::ReadWrite);
}

Result<void> LocalStore::prepare(const OpenRequest &request, const std::optional<BootRecord> &record)
{
    if (const Result<void> migrated = Migrator(*m_database, m_disk).migrate(); !migrated)
        return migrated;
    m_disk.makePrivate(request.storePath);
    const Result<void> ensured = read([&] { return m_deviceRows.ensure(m_clock, m_randomness, m_disk); });
    if (!ensured)
        return ensured;
    if (const Result<void> opened = openJournal(); !opened)
        return opened;
    const Result<void> rebased = write([&]() -> Result<void> {
        if (!m_deviceRows.setting(setting::staleRebase).isEmpty()) {
            rebaseAll();
            m_deviceRows.setSetting(setting::staleRebase, QString());
        }
        if (!m_deviceRows.setting(setting::staleAttention).isEmpty()) {
            m_queue.makeMissingCards();
            m_deviceRows.setSetting(setting::staleAttention, QString());
        }
        readAgain();
        if (!m_deviceRows.setting(setting::staleJournal).isEmpty()) {
            [[maybe_unused]] const Place &here = place(); // the journal dates what it enters
            m_auditors.mend();
            m_deviceRows.setSetting(setting::staleJournal, QString());
        }
        eraseWhatWasAnswered();
        return {};
    });
    if (!rebased)
        return rebased;
    const Result<void> priced = read([&]() -> Result<void> {
        if (m_deviceRows.setting(setting::currency).isEmpty() && request.currency != Currency())
            m_deviceRows.setSetting(setting::currency, request.currency.code());
        return {};
    });
    if (!priced)
        return priced;
    if (const Result<void> marked = read([&] { return keepOrigin(record); }); !marked)
        return marked;
    m_reserve.emplace(m_disk, request.storePath);
    m_reserve->keep();
    return {};
}

Result<void> LocalStore::openJournal()
{
    const QString path = m_database->path() + QStringLiteral(".journal");
    Result<EmergencyJournal> journal = EmergencyJournal::open(m_disk, path);
    if (!journal)
        return failure(journal.error());
    m_journal = *std::move(journal);
    // Before they are compared: the queue has marks where the journal still has words.
    const Result<void> erased = read([&]() -> Result<void> {
        return m_deviceRows.setting(setting::erasesFiles).isEmpty() ? Result<void>() : eraseFromFiles();
    });
    if (!erased)
        return erased;
    const Result<void> matched = read([&]() -> Result<void> {
        const Result<JournalMatch> match = reconcile(*m_database, *m_journal);
        if (!match)
            return failure(match.error());
        // What happened here and is in the journal alone must not be lost, whoever put an older database in its place.
        m_isBehindJournal = match->isAhead;
        if (m_isBehindJournal) {
            Transaction transaction(*m_database);
            addFromJournal(*m_database, m_disk, path);
            transaction.commit();
            m_queue.forgetNumbers();
            m_rows.forgetChanges();
        }
        return rotateWhenLong(*m_database, *m_journal);
    });
    return matched ? m_journal->sync() : matched;
}

} // namespace crema::sync
