// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/vault_conversion.h"

#include "models/operations/storage_failure.h"
#include "sync/store/boot_record.h"
#include "sync/store/database.h"
#include "sync/store/documents.h"
#include "sync/store/migrator.h"
#include "sync/store/vault_file_system.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

QString sealingPath(const QString &path)
{
    return path + QStringLiteral(".sealing");
}

void removeUnfinished(Disk &disk, const QString &path)
{
    for (const char *end : {"-wal", "-shm", "-journal", ""})
        disk.remove(sealingPath(path) + QLatin1String(end));
}

/// The next look into it is a close one, which rebuilds it.
void suspect(Disk &disk, const QString &storePath)
{
    std::optional<BootRecord> record = BootRecord::read(disk, storePath);
    if (!record || record->damaged)
        return;
    record->damaged = true;
    [[maybe_unused]] const Result<void> noted = record->write(disk, storePath);
}

/// That the file in its place is no copy of the store (sync.md rule 29).
Result<void> announceSuccessor(Disk &disk, const QString &storePath)
{
    const std::optional<BootRecord> record = BootRecord::read(disk, storePath);
    return record ? record->write(disk, storePath, disk.identity(sealingPath(storePath))) : Result<void>();
}

Problem noRoom(const Disk &disk, const QString &path)
{
    constexpr std::int64_t bytesPerMegabyte = 1'000'000;
    return {ProblemKind::Device,
            QStringLiteral("store.disk_full"),
            QCoreApplication::translate("Store", "There is no room on the disk to encrypt the local store."),
            QCoreApplication::translate("Store", "Free %1 MB, which it needs once, and start again.")
                .arg(disk.size(path) * 5 / 4 / bytesPerMegabyte + 1),
            {}};
}

bool isOurs(Database &database)
{
    return Migrator::isStore(database) && Migrator::versionOf(database) <= Migrator::newestVersion();
}

void requireSound(Database &database)
{
    const QString finding = database.value("check_quickly").toString();
    if (finding != QLatin1String("ok"))
        throwDamaged(finding);
}

/// Alone with the file, and everything in it: whoever reads beside would go on with what lay there.
bool takeAlone(Database &database)
{
    return database.settleLog() && database.value("leave_log").toString() == QLatin1String("delete");
}

/// Writes the encrypted file; false when it has to wait.
bool copy(Disk &disk, const QString &path)
{
    const Result<std::unique_ptr<Database>> clear = Database::open(disk, path, Access::ReadWrite);
    if (!clear)
        throw StorageFailure(clear.error());
    if (!isOurs(**clear))
        return false;
    requireSound(**clear);
    if (!takeAlone(**clear))
        return false;
    (*clear)->run("copy_store", {sealingPath(path)});
    disk.makePrivate(sealingPath(path));
    return true;
}

void requireCopy(Disk &disk, const QString &path)
{
    {
        const Result<std::unique_ptr<Database>> sealed = Database::open(disk, sealingPath(path), Access::ReadWrite);
        if (!sealed)
            throw StorageFailure(sealed.error());
        requireSound(**sealed);
    }
    if (const Result<void> durable = disk.writeAgain(sealingPath(path)); !durable)
        throw StorageFailure(durable.error());
}

enum class What { Store, Backup };

/// Throws StorageFailure; then, and when it has to wait, the old file is there.
void convert(Disk &disk, const QString &path, What what)
{
    removeUnfinished(disk, path);
    if (!copy(disk, path))
        return;
    requireCopy(disk, path);
    if (what == What::Store) {
        if (const Result<void> announced = announceSuccessor(disk, path); !announced)
            throw StorageFailure(announced.error());
    }
    if (const Result<void> replaced = disk.rename(sealingPath(path), path); !replaced)
        throw StorageFailure(replaced.error());
}

/// A file that cannot be converted now stays, and what cannot be read shows where it is opened.
Result<void> tryConvert(Disk &disk, const QString &path, What what)
{
    try {
        convert(disk, path, what);
        return {};
    } catch (const StorageFailure &failed) {
        removeUnfinished(disk, path);
        if (failed.problem().code == QLatin1String("store.disk_full"))
            return failure(noRoom(disk, path));
        if (failed.problem().code == QLatin1String("store.damaged") && what == What::Store)
            suspect(disk, path);
        return {};
    }
}

} // namespace

Result<void> convertStore(Disk &disk, const Disk &below, const QString &storePath)
{
    for (int version = 1; version <= Migrator::newestVersion(); ++version) {
        const QString backup = Migrator::backupPath(storePath, version);
        const QByteArray start = VaultFileSystem::startOf(below.sqliteFileSystem(), backup);
        if (VaultFileSystem::formOf(start) != VaultFileSystem::Form::Clear)
            continue;
        if (const Result<void> converted = tryConvert(disk, backup, What::Backup); !converted)
            return converted;
    }
    return tryConvert(disk, storePath, What::Store);
}

} // namespace crema::sync
