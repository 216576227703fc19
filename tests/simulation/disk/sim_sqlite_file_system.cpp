// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/disk/sim_sqlite_file_system.h"

#include "tests/simulation/disk/sim_sqlite_file.h"

#include <cstring>
#include <random>

namespace crema::simulation {
namespace {

QHash<QString, std::shared_ptr<SimFiles>> &disks()
{
    static QHash<QString, std::shared_ptr<SimFiles>> all;
    return all;
}

std::mt19937_64 &randomness()
{
    static std::mt19937_64 engine(1);
    return engine;
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    const QString path = QString::fromUtf8(name);
    const std::shared_ptr<SimFiles> files = SimSqliteFileSystem::filesOf(path);
    if (!files || files->isDead())
        return SQLITE_CANTOPEN;
    const bool isNew = path.isEmpty() || files->find(path) == 0;
    if (isNew && !(flags & SQLITE_OPEN_CREATE))
        return SQLITE_CANTOPEN;
    int number = 0;
    if (files->make(path, number) != FileFault::None)
        return SQLITE_CANTOPEN;
    constexpr int journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
    auto open = std::make_unique<SimSqliteFile>();
    open->files = files;
    open->number = number;
    open->generation = files->generation();
    open->path = path;
    open->syncsFolder = isNew && (flags & journals);
    open->goesOnClose = flags & SQLITE_OPEN_DELETEONCLOSE;
    useSimSqliteFile(file, std::move(open));
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    const QString path = QString::fromUtf8(name);
    const std::shared_ptr<SimFiles> files = SimSqliteFileSystem::filesOf(path);
    const FileFault fault = files ? files->remove(path) : FileFault::Missing;
    if (fault == FileFault::Missing)
        return SQLITE_IOERR_DELETE_NOENT;
    if (fault != FileFault::None)
        return SQLITE_IOERR_DELETE;
    return syncFolder && files->syncFolder() != FileFault::None ? SQLITE_IOERR_DIR_FSYNC : SQLITE_OK;
}

int accessFile(sqlite3_vfs *, const char *name, int flags, int *result)
{
    const QString path = QString::fromUtf8(name);
    const std::shared_ptr<SimFiles> files = SimSqliteFileSystem::filesOf(path);
    if (!files || files->isDead())
        return SQLITE_IOERR_ACCESS;
    const int number = files->find(path);
    // An empty file counts as none, as SQLite's own file system for unix has it.
    *result = flags == SQLITE_ACCESS_EXISTS ? number != 0 && files->size(number) > 0 : number != 0;
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *name, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int fillRandom(sqlite3_vfs *, int size, char *out)
{
    for (int i = 0; i < size; ++i)
        out[i] = static_cast<char>(randomness()());
    return size;
}

int rest(sqlite3_vfs *, int microseconds)
{
    return microseconds; // nobody else runs meanwhile, so there is nothing to wait for
}

int currentTime(sqlite3_vfs *, sqlite3_int64 *julianMs)
{
    *julianMs = 210'866'760'000'000 + 1'700'000'000'000;
    return SQLITE_OK;
}

int lastProblem(sqlite3_vfs *, int, char *)
{
    return 0;
}

sqlite3_vfs &fileSystem()
{
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs made{};
        made.iVersion = 2;
        made.szOsFile = sizeOfSimSqliteFile();
        made.mxPathname = 512;
        made.zName = SimSqliteFileSystem::name;
        made.xOpen = openFile;
        made.xDelete = deleteFile;
        made.xAccess = accessFile;
        made.xFullPathname = fullPath;
        made.xRandomness = fillRandom;
        made.xSleep = rest;
        made.xGetLastError = lastProblem;
        made.xCurrentTimeInt64 = currentTime;
        return made;
    }();
    return vfs;
}

} // namespace

void SimSqliteFileSystem::attach(const QString &root, const std::shared_ptr<SimFiles> &files)
{
    if (!sqlite3_vfs_find(name))
        sqlite3_vfs_register(&fileSystem(), 1);
    Q_ASSERT_X(!disks().contains(root), "SimDisk", "two disks of one name");
    disks().insert(root, files);
}

void SimSqliteFileSystem::detach(const QString &root)
{
    disks().remove(root);
}

std::shared_ptr<SimFiles> SimSqliteFileSystem::filesOf(const QString &path)
{
    return disks().value(path.left(path.indexOf(u'/', 1)));
}

void seedSqlite(std::uint64_t seed)
{
    randomness().seed(seed);
    sqlite3_randomness(0, nullptr);
}

} // namespace crema::simulation
