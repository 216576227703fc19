// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/disk/sim_sqlite_file.h"

namespace crema::simulation {
namespace {

struct Slot {
    sqlite3_file base;
    SimSqliteFile *open;
};

SimSqliteFile &at(sqlite3_file *file)
{
    return *reinterpret_cast<Slot *>(file)->open;
}

int codeOf(FileFault fault, int otherwise)
{
    switch (fault) {
    case FileFault::None: return SQLITE_OK;
    case FileFault::Full: return SQLITE_FULL;
    default: return otherwise;
    }
}

// Bytes -------------------------------------------------------------------------------------------------------------

int readBytes(sqlite3_file *file, void *out, int size, sqlite3_int64 offset)
{
    SimSqliteFile &open = at(file);
    if (open.isGone())
        return SQLITE_IOERR_READ;
    qint64 count = 0;
    const std::span target(static_cast<char *>(out), static_cast<std::size_t>(size));
    if (open.files->read(open.number, offset, target, count) != FileFault::None)
        return SQLITE_IOERR_READ;
    return count == size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeBytes(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    SimSqliteFile &open = at(file);
    if (open.isGone())
        return SQLITE_IOERR_WRITE;
    const QByteArrayView view(static_cast<const char *>(bytes), size);
    return codeOf(open.files->write(open.number, offset, view), SQLITE_IOERR_WRITE);
}

int resizeFile(sqlite3_file *file, sqlite3_int64 size)
{
    SimSqliteFile &open = at(file);
    return open.isGone() ? SQLITE_IOERR_TRUNCATE : codeOf(open.files->resize(open.number, size), SQLITE_IOERR_TRUNCATE);
}

int syncFile(sqlite3_file *file, int)
{
    SimSqliteFile &open = at(file);
    if (open.isGone() || open.files->sync(open.number) != FileFault::None)
        return SQLITE_IOERR_FSYNC;
    if (!std::exchange(open.syncsFolder, false))
        return SQLITE_OK;
    return codeOf(open.files->syncFolder(), SQLITE_IOERR_DIR_FSYNC);
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    SimSqliteFile &open = at(file);
    if (open.isGone())
        return SQLITE_IOERR_FSTAT;
    *size = open.files->size(open.number);
    return SQLITE_OK;
}

// Locks of the database file ----------------------------------------------------------------------------------------

int lockFile(sqlite3_file *file, int wanted)
{
    SimSqliteFile &open = at(file);
    if (open.isGone())
        return SQLITE_IOERR_LOCK;
    if (open.lock >= wanted)
        return SQLITE_OK;
    SharedByConnections &shared = open.shared();
    const auto heldByAnother = [&](const void *holder) { return holder && holder != &open; };
    if (wanted == SQLITE_LOCK_SHARED) {
        if (heldByAnother(shared.pending) || heldByAnother(shared.exclusive))
            return SQLITE_BUSY;
        ++shared.readers;
        open.lock = SQLITE_LOCK_SHARED;
        return SQLITE_OK;
    }
    if (heldByAnother(shared.reserved) || heldByAnother(shared.pending))
        return SQLITE_BUSY;
    shared.reserved = &open;
    if (wanted == SQLITE_LOCK_RESERVED) {
        open.lock = SQLITE_LOCK_RESERVED;
        return SQLITE_OK;
    }
    shared.pending = &open;
    open.lock = SQLITE_LOCK_PENDING;
    if (shared.readers > 1)
        return SQLITE_BUSY;
    shared.exclusive = &open;
    open.lock = SQLITE_LOCK_EXCLUSIVE;
    return SQLITE_OK;
}

int unlockFile(sqlite3_file *file, int kept)
{
    SimSqliteFile &open = at(file);
    if (open.isGone() || open.lock <= kept)
        return SQLITE_OK;
    SharedByConnections &shared = open.shared();
    for (const void **holder : {&shared.reserved, &shared.pending, &shared.exclusive}) {
        if (*holder == &open)
            *holder = nullptr;
    }
    if (kept == SQLITE_LOCK_NONE)
        --shared.readers;
    open.lock = kept;
    return SQLITE_OK;
}

int checkReserved(sqlite3_file *file, int *result)
{
    SimSqliteFile &open = at(file);
    if (open.isGone())
        return SQLITE_IOERR_CHECKRESERVEDLOCK;
    *result = open.shared().reserved != nullptr;
    return SQLITE_OK;
}

// Shared memory -----------------------------------------------------------------------------------------------------

int mapMemory(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    SimSqliteFile &open = at(file);
    if (open.isGone())
        return SQLITE_IOERR_SHMMAP;
    SharedByConnections &shared = open.shared();
    if (!open.memory) {
        open.memory = open.files->shared(open.number);
        ++shared.memoryUsers;
    }
    const auto index = static_cast<std::size_t>(region);
    const bool grows = extend && shared.memory.size() <= index;
    if (grows && open.files->quota() >= 0 && open.files->usedBytes() + size > open.files->quota())
        return SQLITE_IOERR_SHMSIZE; // it is a file on the same disk
    while (extend && shared.memory.size() <= index)
        shared.memory.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    *out = index < shared.memory.size() ? shared.memory[index].get() : nullptr;
    return SQLITE_OK;
}

int lockMemory(sqlite3_file *file, int first, int count, int flags)
{
    SimSqliteFile &open = at(file);
    if (open.isGone())
        return SQLITE_IOERR_SHMLOCK;
    SharedByConnections &shared = open.shared();
    const auto slots = [&](auto action) {
        for (int slot = first; slot < first + count; ++slot)
            action(static_cast<std::size_t>(slot), 1U << static_cast<unsigned>(slot));
    };
    if (flags & SQLITE_SHM_UNLOCK) {
        slots([&](std::size_t slot, unsigned bit) {
            if (open.memoryReads & bit)
                --shared.memoryReaders[slot];
            if (open.memoryWrites & bit)
                shared.memoryWriter[slot] = nullptr;
            open.memoryReads &= ~bit;
            open.memoryWrites &= ~bit;
        });
        return SQLITE_OK;
    }
    const bool alone = flags & SQLITE_SHM_EXCLUSIVE;
    bool taken = false;
    slots([&](std::size_t slot, unsigned bit) {
        const int otherReaders = shared.memoryReaders[slot] - ((open.memoryReads & bit) ? 1 : 0);
        const bool otherWriter = shared.memoryWriter[slot] && shared.memoryWriter[slot] != &open;
        taken = taken || otherWriter || (alone && otherReaders > 0);
    });
    if (taken)
        return SQLITE_BUSY;
    slots([&](std::size_t slot, unsigned bit) {
        if (alone) {
            shared.memoryWriter[slot] = &open;
            open.memoryWrites |= bit;
        } else if (!(open.memoryReads & bit)) {
            ++shared.memoryReaders[slot];
            open.memoryReads |= bit;
        }
    });
    return SQLITE_OK;
}

void orderMemory(sqlite3_file *) {}

int unmapMemory(sqlite3_file *file, int)
{
    SimSqliteFile &open = at(file);
    const std::shared_ptr<SharedByConnections> memory = std::move(open.memory);
    if (memory && --memory->memoryUsers == 0)
        memory->memory.clear();
    return SQLITE_OK;
}

// The rest ----------------------------------------------------------------------------------------------------------

int closeFile(sqlite3_file *file)
{
    const std::unique_ptr<SimSqliteFile> open(&at(file));
    unlockFile(file, SQLITE_LOCK_NONE);
    if (open->goesOnClose && !open->isGone()) [[maybe_unused]]
        const FileFault fault = open->files->remove(open->path);
    return SQLITE_OK;
}

int controlFile(sqlite3_file *, int operation, void *argument)
{
    switch (operation) {
    case SQLITE_FCNTL_SIZE_HINT: return SQLITE_OK;
    case SQLITE_FCNTL_HAS_MOVED: *static_cast<int *>(argument) = 0; return SQLITE_OK;
    case SQLITE_FCNTL_MMAP_SIZE: *static_cast<sqlite3_int64 *>(argument) = 0; return SQLITE_OK;
    default: return SQLITE_NOTFOUND;
    }
}

int sectorSizeOf(sqlite3_file *file)
{
    return at(file).files->isCareful() ? 4'096 : 512;
}

int characteristics(sqlite3_file *file)
{
    return at(file).files->isCareful() ? 0 : SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

constexpr sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readBytes,
    .xWrite = writeBytes,
    .xTruncate = resizeFile,
    .xSync = syncFile,
    .xFileSize = sizeOfFile,
    .xLock = lockFile,
    .xUnlock = unlockFile,
    .xCheckReservedLock = checkReserved,
    .xFileControl = controlFile,
    .xSectorSize = sectorSizeOf,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = mapMemory,
    .xShmLock = lockMemory,
    .xShmBarrier = orderMemory,
    .xShmUnmap = unmapMemory,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

} // namespace

int sizeOfSimSqliteFile()
{
    return static_cast<int>(sizeof(Slot));
}

void useSimSqliteFile(sqlite3_file *file, std::unique_ptr<SimSqliteFile> open)
{
    reinterpret_cast<Slot *>(file)->open = open.release();
    file->pMethods = &methods;
}

} // namespace crema::simulation
