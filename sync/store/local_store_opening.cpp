// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/journal_reconciliation.h"
#include "sync/store/local_store.h"
#include "sync/store/migrator.h"
#include "sync/store/setting_names.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace crema::sync {
namespace {

/// Below this, the till says so before money is taken (sync.md rule 28).
constexpr std::int64_t lowDiskBytes = 64LL * 1024 * 1024;

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

Problem lowDisk()
{
    return {ProblemKind::Device,
            QStringLiteral("store.low_disk"),
            QCoreApplication::translate("Store", "Less than 64 MB are left on the disk of the local store."),
            QCoreApplication::translate("Store", "Free some space before selling on."),
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
    Result<std::unique_ptr<Database>> database =
        Database::open(disk, request.storePath, writes ? Access::ReadWrite : Access::ReadOnly);
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
    if (!store->isReadOnly()) {
        if (const Result<void> prepared = store->prepare(request); !prepared)
            return failure(prepared.error());
    }
    return store;
}

Result<void> LocalStore::prepare(const OpenRequest &request)
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
        readAgain();
        return {};
    });
    if (!rebased)
        return rebased;
    const Result<bool> stale = read([&]() -> Result<bool> {
        if (m_deviceRows.setting(setting::currency).isEmpty() && request.currency != Currency())
            m_deviceRows.setSetting(setting::currency, request.currency.code());
        return !m_deviceRows.setting(setting::staleSearch).isEmpty();
    });
    if (!stale)
        return failure(stale.error());
    const std::int64_t room = m_disk.freeBytes(folderOf(request.storePath));
    if (room >= 0 && room < lowDiskBytes)
        m_warning = lowDisk();
    return *stale ? endBulk() : Result<void>();
}

Result<void> LocalStore::openJournal()
{
    const QString path = m_database->path() + QStringLiteral(".journal");
    Result<EmergencyJournal> journal = EmergencyJournal::open(m_disk, path);
    if (!journal)
        return failure(journal.error());
    m_journal = *std::move(journal);
    const Result<JournalMatch> matched = read([&] { return reconcile(*m_database, *m_journal); });
    if (!matched)
        return failure(matched.error());
    return m_journal->sync();
}

} // namespace crema::sync
