// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/vault_file.h"

#include <cstring>

namespace crema::sync {
namespace {

struct Slot {
    sqlite3_file base;
    QByteArray *bytes;
};

QByteArray &at(sqlite3_file *file)
{
    return *reinterpret_cast<Slot *>(file)->bytes;
}

int closeFile(sqlite3_file *file)
{
    const std::unique_ptr<QByteArray> bytes(&at(file));
    bytes->fill('\0');
    file->pMethods = nullptr;
    return SQLITE_OK;
}

int readBytes(sqlite3_file *file, void *out, int size, sqlite3_int64 offset)
{
    const QByteArray &bytes = at(file);
    const qsizetype there = std::clamp<qsizetype>(bytes.size() - offset, 0, size);
    std::memset(out, 0, static_cast<std::size_t>(size));
    if (there > 0)
        std::memcpy(out, bytes.constData() + offset, static_cast<std::size_t>(there));
    return there == size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeBytes(sqlite3_file *file, const void *in, int size, sqlite3_int64 offset)
{
    QByteArray &bytes = at(file);
    if (bytes.size() < offset + size)
        bytes.resize(offset + size, '\0');
    std::memcpy(bytes.data() + offset, in, static_cast<std::size_t>(size));
    return SQLITE_OK;
}

int resizeFile(sqlite3_file *file, sqlite3_int64 size)
{
    at(file).resize(size, '\0');
    return SQLITE_OK;
}

int syncFile(sqlite3_file *, int)
{
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = at(file).size();
    return SQLITE_OK;
}

int lockFile(sqlite3_file *, int)
{
    return SQLITE_OK;
}

int checkReserved(sqlite3_file *, int *result)
{
    *result = 0;
    return SQLITE_OK;
}

int controlFile(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

int noNumber(sqlite3_file *)
{
    return 0;
}

constexpr sqlite3_io_methods methods{
    .iVersion = 1,
    .xClose = closeFile,
    .xRead = readBytes,
    .xWrite = writeBytes,
    .xTruncate = resizeFile,
    .xSync = syncFile,
    .xFileSize = sizeOfFile,
    .xLock = lockFile,
    .xUnlock = lockFile,
    .xCheckReservedLock = checkReserved,
    .xFileControl = controlFile,
    .xSectorSize = noNumber,
    .xDeviceCharacteristics = noNumber,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

} // namespace

void useMemoryFile(sqlite3_file *file)
{
    reinterpret_cast<Slot *>(file)->bytes = new QByteArray();
    file->pMethods = &methods;
}

} // namespace crema::sync
