// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/vault_file_system.h"

#include "sync/store/vault_file.h"

#include <QFile>

#include <map>
#include <mutex>

namespace crema::sync {
namespace {

constexpr qsizetype fileHeadBytes = 100;
constexpr qsizetype fingerprintOffset = 72;
constexpr qsizetype reserveOffset = 20;

struct Key {
    QByteArray bytes;
    Randomness *randomness;
};

/// One over each file system that was asked for; they live as long as SQLite, which knows them by address.
struct Vault {
    sqlite3_vfs vfs{};
    sqlite3_vfs *base = nullptr;
    QByteArray name;
    std::mutex mutex;
    std::map<QByteArray, Key> keys; ///< by the path of the store, as SQLite has it
};

Vault &at(sqlite3_vfs *vfs)
{
    return *static_cast<Vault *>(vfs->pAppData);
}

/// The key of a store's file, or of one whose name begins with that of a store.
std::optional<Key> keyFor(Vault &vault, QByteArrayView path)
{
    const std::scoped_lock guard(vault.mutex);
    for (const auto &[store, key] : vault.keys) {
        const bool isBeside = path.startsWith(store) && path.size() > store.size() &&
                              (path[store.size()] == '-' || path[store.size()] == '.');
        if (isBeside || path == store)
            return key;
    }
    return std::nullopt;
}

QByteArray startOfOpen(sqlite3_file *file)
{
    QByteArray start(fileHeadBytes + 1, '\0');
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK || size == 0)
        return {};
    if (file->pMethods->xRead(file, start.data(), static_cast<int>(start.size()), 0) != SQLITE_OK)
        return QByteArray(start.size(), 'x'); // damaged
    return start;
}

/// How a file is to be read; without a cipher in clear. SQLITE_CANTOPEN where a key is missing.
int chooseCipher(Vault &vault, const char *name, int flags, VaultFile &file)
{
    bool sealed = false;
    if (flags & SQLITE_OPEN_MAIN_DB) {
        // One that does not read is taken for an encrypted one; its pages will say so. None is begun in clear.
        sealed = VaultFileSystem::formOf(startOfOpen(file.base)) != VaultFileSystem::Form::Clear;
        file.leavesRoom = sealed || keyFor(vault, name).has_value();
    } else if (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) {
        const VaultFile *database = vaultFileIn(sqlite3_database_file_object(name));
        sealed = database && database->cipher;
        file.kind = flags & SQLITE_OPEN_WAL ? StoreCipher::Kind::Log : StoreCipher::Kind::Journal;
    }
    if (!sealed)
        return SQLITE_OK;
    const std::optional<Key> key = keyFor(vault, name);
    if (!key)
        return SQLITE_CANTOPEN;
    file.cipher = std::make_unique<StoreCipher>(key->bytes, *key->randomness);
    file.fingerprint = StoreCipher::fingerprintOf(key->bytes);
    return SQLITE_OK;
}

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    Vault &vault = at(vfs);
    file->pMethods = nullptr;
    if (!name) {
        useMemoryFile(file);
        if (outFlags)
            *outFlags = flags;
        return SQLITE_OK;
    }
    auto open = std::make_unique<VaultFile>();
    open->base = baseFileIn(file);
    if (const int code = vault.base->xOpen(vault.base, name, open->base, flags, outFlags); code != SQLITE_OK) {
        if (open->base->pMethods)
            open->base->pMethods->xClose(open->base);
        return code;
    }
    if (const int code = chooseCipher(vault, name, flags, *open); code != SQLITE_OK) {
        open->base->pMethods->xClose(open->base);
        return code;
    }
    useVaultFile(file, std::move(open));
    return SQLITE_OK;
}

// What the file system below does as well.

int deleteFile(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    return at(vfs).base->xDelete(at(vfs).base, name, syncFolder);
}

int accessFile(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
    return at(vfs).base->xAccess(at(vfs).base, name, flags, result);
}

int fullPath(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
    return at(vfs).base->xFullPathname(at(vfs).base, name, size, out);
}

int fillRandom(sqlite3_vfs *vfs, int size, char *out)
{
    return at(vfs).base->xRandomness(at(vfs).base, size, out);
}

int rest(sqlite3_vfs *vfs, int microseconds)
{
    return at(vfs).base->xSleep(at(vfs).base, microseconds);
}

int currentTime(sqlite3_vfs *vfs, sqlite3_int64 *julianMs)
{
    return at(vfs).base->xCurrentTimeInt64(at(vfs).base, julianMs);
}

int lastProblem(sqlite3_vfs *vfs, int size, char *out)
{
    return at(vfs).base->xGetLastError ? at(vfs).base->xGetLastError(at(vfs).base, size, out) : 0;
}

Vault &vaultOver(const char *base)
{
    static std::mutex mutex;
    static std::map<QByteArray, std::unique_ptr<Vault>> all;
    const std::scoped_lock guard(mutex);
    std::unique_ptr<Vault> &vault = all[base];
    if (!vault) {
        vault = std::make_unique<Vault>();
        vault->base = sqlite3_vfs_find(base);
        if (!vault->base)
            qFatal("SQLite has no file system %s", base);
        vault->name = QByteArray("crema-vault-") + base;
        vault->vfs.iVersion = 2;
        vault->vfs.szOsFile = sizeOfVaultFile() + vault->base->szOsFile;
        vault->vfs.mxPathname = vault->base->mxPathname;
        vault->vfs.zName = vault->name.constData();
        vault->vfs.pAppData = vault.get();
        vault->vfs.xOpen = openFile;
        vault->vfs.xDelete = deleteFile;
        vault->vfs.xAccess = accessFile;
        vault->vfs.xFullPathname = fullPath;
        vault->vfs.xRandomness = fillRandom;
        vault->vfs.xSleep = rest;
        vault->vfs.xGetLastError = lastProblem;
        vault->vfs.xCurrentTimeInt64 = currentTime;
        sqlite3_vfs_register(&vault->vfs, 0);
    }
    return *vault;
}

QByteArray pathAsSqliteHasIt(Vault &vault, const QString &path)
{
    QByteArray full(vault.base->mxPathname + 1, '\0');
    const QByteArray native = QFile::encodeName(path);
    const int code =
        vault.base->xFullPathname(vault.base, native.constData(), static_cast<int>(full.size()), full.data());
    return (code & 0xff) == SQLITE_OK ? QByteArray(full.constData()) : native;
}

} // namespace

VaultFileSystem::Form VaultFileSystem::formOf(QByteArrayView start)
{
    if (start.isEmpty())
        return Form::Empty;
    if (start.size() <= fileHeadBytes || !start.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return Form::Unknown;
    if (start[reserveOffset] == StoreCipher::overheadBytes || !fingerprintIn(start).isEmpty())
        return Form::Sealed;
    // The first page of a database is one of a tree of tables, whose kind stands behind the head.
    const char kind = start[fileHeadBytes];
    return start[reserveOffset] == 0 && (kind == 0x05 || kind == 0x0d) ? Form::Clear : Form::Unknown;
}

QByteArray VaultFileSystem::fingerprintIn(QByteArrayView start)
{
    if (start.size() < fileHeadBytes || start[fingerprintOffset] == '\0')
        return {};
    return start.sliced(fingerprintOffset, StoreCipher::fingerprintBytes).toByteArray();
}

QByteArray VaultFileSystem::startOf(const char *base, const QString &path)
{
    // By SQLite's own means: whoever opens and closes a file beside it takes the locks of this process away.
    Vault &vault = vaultOver(base);
    const QByteArray name = pathAsSqliteHasIt(vault, path);
    int exists = 0;
    if (vault.base->xAccess(vault.base, name.constData(), SQLITE_ACCESS_EXISTS, &exists) != SQLITE_OK || !exists)
        return {};
    // SQLite's file systems look behind the name for what belongs to it.
    const char *const full = sqlite3_create_filename(name.constData(), "", "", 0, nullptr);
    const auto file = std::make_unique<std::max_align_t[]>(
        static_cast<std::size_t>(vault.base->szOsFile) / sizeof(std::max_align_t) + 1);
    auto *const open = reinterpret_cast<sqlite3_file *>(file.get());
    QByteArray start;
    if (vault.base->xOpen(vault.base, full, open, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr) == SQLITE_OK)
        start = startOfOpen(open);
    if (open->pMethods)
        open->pMethods->xClose(open);
    sqlite3_free_filename(full);
    return start;
}

const char *VaultFileSystem::over(const char *base)
{
    return vaultOver(base).vfs.zName;
}

void VaultFileSystem::unlock(const char *base, const QString &storePath, const QByteArray &key, Randomness &randomness)
{
    Vault &vault = vaultOver(base);
    const QByteArray path = pathAsSqliteHasIt(vault, storePath);
    const std::scoped_lock guard(vault.mutex);
    vault.keys.insert_or_assign(path, Key{key, &randomness});
}

void VaultFileSystem::lock(const char *base, const QString &storePath)
{
    Vault &vault = vaultOver(base);
    const QByteArray path = pathAsSqliteHasIt(vault, storePath);
    const std::scoped_lock guard(vault.mutex);
    vault.keys.erase(path);
}

} // namespace crema::sync
