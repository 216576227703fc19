// SPDX-License-Identifier: GPL-3.0-or-later
// How a file of a store is encrypted. Of a database all but the first 100 bytes, in which SQLite notes the size of
// pages and of the file; of the log (https://www.sqlite.org/fileformat2.html#walformat) the heads of frames, which hold
// sums over their pages, and the pages; of a rollback journal the pages.
#include "sync/store/vault_file.h"

#include "sync/store/vault_file_system.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace crema::sync {
namespace {

using Kind = StoreCipher::Kind;

constexpr int pageBytes = VaultFileSystem::pageBytes;
constexpr int fileHeadBytes = 100;
constexpr int fingerprintOffset = 72; ///< 20 bytes that SQLite keeps for what is to come, and does not look at
constexpr int logHeadBytes = 32;
constexpr int frameHeadBytes = 24;
constexpr int frameBytes = frameHeadBytes + pageBytes;

using Page = std::array<unsigned char, pageBytes>;

struct Slot {
    sqlite3_file base;
    VaultFile *open;
};

VaultFile &at(sqlite3_file *file)
{
    return *reinterpret_cast<Slot *>(file)->open;
}

bool isAllZero(std::span<const unsigned char> bytes)
{
    return std::ranges::all_of(bytes, [](unsigned char byte) { return byte == 0; });
}

int readBase(VaultFile &file, void *out, int size, sqlite3_int64 offset)
{
    return file.base->pMethods->xRead(file.base, out, size, offset);
}

int writeBase(VaultFile &file, const void *bytes, int size, sqlite3_int64 offset)
{
    return file.base->pMethods->xWrite(file.base, bytes, size, offset);
}

std::size_t clearBytesAt(const VaultFile &file, sqlite3_int64 offset)
{
    return file.kind == Kind::Database && offset == 0 ? fileHeadBytes : 0;
}

/// A page that was never written reads as zeros, as it does without encryption.
bool openPage(VaultFile &file, std::span<unsigned char> page, sqlite3_int64 offset)
{
    const bool isOpen = isAllZero(page) || file.cipher->openBlock(page, file.kind, offset, clearBytesAt(file, offset));
    if (clearBytesAt(file, offset) > 0)
        std::memset(page.data() + fingerprintOffset, 0, StoreCipher::fingerprintBytes);
    return isOpen;
}

int readPage(VaultFile &file, unsigned char *out, sqlite3_int64 offset)
{
    const int code = readBase(file, out, pageBytes, offset);
    if (code != SQLITE_OK)
        return code;
    return openPage(file, std::span(out, pageBytes), offset) ? SQLITE_OK : SQLITE_CORRUPT;
}

int writePage(VaultFile &file, const unsigned char *bytes, sqlite3_int64 offset)
{
    Page page{};
    std::memcpy(page.data(), bytes, pageBytes);
    // Whoever writes without leaving room would lose what stands there.
    if (!isAllZero(std::span(page).last(StoreCipher::overheadBytes)))
        return SQLITE_IOERR_WRITE;
    if (clearBytesAt(file, offset) > 0)
        std::memcpy(page.data() + fingerprintOffset, file.fingerprint.constData(), StoreCipher::fingerprintBytes);
    file.cipher->sealBlock(page, file.kind, offset, clearBytesAt(file, offset));
    return writeBase(file, page.data(), pageBytes, offset);
}

// The database ------------------------------------------------------------------------------------------------------

int readDatabase(VaultFile &file, unsigned char *out, int size, sqlite3_int64 offset)
{
    if (size == pageBytes && offset % pageBytes == 0)
        return readPage(file, out, offset);
    if (offset + size <= fileHeadBytes) {
        std::array<unsigned char, fileHeadBytes> head{};
        const int code = readBase(file, head.data(), fileHeadBytes, 0);
        std::memset(head.data() + fingerprintOffset, 0, StoreCipher::fingerprintBytes);
        std::memcpy(out, head.data() + offset, static_cast<std::size_t>(size));
        return code;
    }
    const sqlite3_int64 inside = offset % pageBytes;
    if (inside + size > pageBytes)
        return SQLITE_IOERR_READ; // SQLite reads pages, or a piece of one
    Page page{};
    const int code = readPage(file, page.data(), offset - inside);
    std::memcpy(out, page.data() + inside, static_cast<std::size_t>(size));
    return code;
}

int writeDatabase(VaultFile &file, const unsigned char *bytes, int size, sqlite3_int64 offset)
{
    if (size != pageBytes || offset % pageBytes != 0)
        return SQLITE_IOERR_WRITE;
    return writePage(file, bytes, offset);
}

// The log -----------------------------------------------------------------------------------------------------------

/// Where in its frame an offset behind the head of the log lies.
sqlite3_int64 placeInFrame(sqlite3_int64 offset)
{
    return (offset - logHeadBytes) % frameBytes;
}

int readLog(VaultFile &file, unsigned char *out, int size, sqlite3_int64 offset)
{
    if (offset + size <= logHeadBytes)
        return readBase(file, out, size, offset);
    const sqlite3_int64 place = placeInFrame(offset);
    if (place == frameHeadBytes && size == pageBytes)
        return readPage(file, out, offset);
    if (place != 0 || (size != frameHeadBytes && size != frameBytes))
        return SQLITE_IOERR_READ;
    const int code = readBase(file, out, size, offset);
    if (code != SQLITE_OK)
        return code;
    file.cipher->openHead(std::span(out, frameHeadBytes), offset);
    if (size == frameBytes) {
        // Whoever looks for the end of the log reads what was torn too, and finds by the sum that it does not count.
        const std::span page(out + frameHeadBytes, pageBytes);
        if (!openPage(file, page, offset + frameHeadBytes))
            std::ranges::fill(page, static_cast<unsigned char>(0xff));
    }
    return SQLITE_OK;
}

/// A head or a page of a frame as a whole.
int writeUnit(VaultFile &file, const unsigned char *bytes, int size, sqlite3_int64 offset)
{
    if (size == pageBytes)
        return writePage(file, bytes, offset);
    std::array<unsigned char, frameHeadBytes> head{};
    std::memcpy(head.data(), bytes, frameHeadBytes);
    file.cipher->sealHead(head, offset);
    return writeBase(file, head.data(), frameHeadBytes, offset);
}

/// Where a disk does not keep neighbours of a write safe, SQLite fills its sector with frames that nobody needs, and
/// syncs within the last of them. That one is written when it is whole.
int writeLog(VaultFile &file, const unsigned char *bytes, int size, sqlite3_int64 offset)
{
    if (offset + size <= logHeadBytes)
        return writeBase(file, bytes, size, offset);
    while (size > 0) {
        const sqlite3_int64 place = placeInFrame(offset);
        const int unitStart = place < frameHeadBytes ? 0 : frameHeadBytes;
        const int unitBytes = place < frameHeadBytes ? frameHeadBytes : pageBytes;
        const int inside = static_cast<int>(place) - unitStart;
        const int now = std::min(size, unitBytes - inside);
        int code = SQLITE_OK;
        if (now == unitBytes) {
            code = writeUnit(file, bytes, now, offset);
        } else {
            if (inside == 0) {
                file.part.clear();
                file.partOffset = offset;
            } else if (file.partOffset + file.part.size() != offset) {
                return SQLITE_IOERR_WRITE;
            }
            file.part.append(reinterpret_cast<const char *>(bytes), now);
            if (file.part.size() == unitBytes) {
                const QByteArray unit = std::exchange(file.part, QByteArray());
                code = writeUnit(file, reinterpret_cast<const unsigned char *>(unit.constData()), unitBytes,
                                 file.partOffset);
            }
        }
        if (code != SQLITE_OK)
            return code;
        bytes += now;
        size -= now;
        offset += now;
    }
    return SQLITE_OK;
}

// The rollback journal ----------------------------------------------------------------------------------------------

/// Its heads begin at sectors, and each page stands behind a number of four bytes and before a sum of as many.
bool isPageOfJournal(int size, sqlite3_int64 offset)
{
    return size == pageBytes && offset % 8 == 4;
}

// What SQLite calls -------------------------------------------------------------------------------------------------

int readBytes(sqlite3_file *slot, void *out, int size, sqlite3_int64 offset)
{
    VaultFile &file = at(slot);
    auto *bytes = static_cast<unsigned char *>(out);
    if (!file.cipher)
        return readBase(file, out, size, offset);
    switch (file.kind) {
    case Kind::Database: return readDatabase(file, bytes, size, offset);
    case Kind::Log: return readLog(file, bytes, size, offset);
    case Kind::Journal:
        return isPageOfJournal(size, offset) ? readPage(file, bytes, offset) : readBase(file, out, size, offset);
    }
    return SQLITE_IOERR_READ;
}

int writeBytes(sqlite3_file *slot, const void *in, int size, sqlite3_int64 offset)
{
    VaultFile &file = at(slot);
    const auto *bytes = static_cast<const unsigned char *>(in);
    if (!file.cipher)
        return writeBase(file, in, size, offset);
    switch (file.kind) {
    case Kind::Database: return writeDatabase(file, bytes, size, offset);
    case Kind::Log: return writeLog(file, bytes, size, offset);
    case Kind::Journal:
        return isPageOfJournal(size, offset) ? writePage(file, bytes, offset) : writeBase(file, in, size, offset);
    }
    return SQLITE_IOERR_WRITE;
}

int closeFile(sqlite3_file *slot)
{
    const std::unique_ptr<VaultFile> file(&at(slot));
    reinterpret_cast<Slot *>(slot)->open = nullptr;
    slot->pMethods = nullptr;
    return file->base->pMethods->xClose(file->base);
}

int resizeFile(sqlite3_file *slot, sqlite3_int64 size)
{
    at(slot).part.clear();
    return at(slot).base->pMethods->xTruncate(at(slot).base, size);
}

int syncFile(sqlite3_file *slot, int flags)
{
    return at(slot).base->pMethods->xSync(at(slot).base, flags);
}

int sizeOfFile(sqlite3_file *slot, sqlite3_int64 *size)
{
    return at(slot).base->pMethods->xFileSize(at(slot).base, size);
}

int lockFile(sqlite3_file *slot, int kind)
{
    return at(slot).base->pMethods->xLock(at(slot).base, kind);
}

int unlockFile(sqlite3_file *slot, int kind)
{
    return at(slot).base->pMethods->xUnlock(at(slot).base, kind);
}

int checkReserved(sqlite3_file *slot, int *result)
{
    return at(slot).base->pMethods->xCheckReservedLock(at(slot).base, result);
}

int controlFile(sqlite3_file *slot, int operation, void *argument)
{
    VaultFile &file = at(slot);
    if (operation == VaultFileSystem::controlReserve) {
        *static_cast<int *>(argument) = file.leavesRoom ? StoreCipher::overheadBytes : 0;
        return SQLITE_OK;
    }
    return file.base->pMethods->xFileControl(file.base, operation, argument);
}

int sectorSizeOf(sqlite3_file *slot)
{
    return at(slot).base->pMethods->xSectorSize(at(slot).base);
}

int characteristics(sqlite3_file *slot)
{
    // What a page becomes is written at once, but not what SQLite thinks it writes.
    return at(slot).base->pMethods->xDeviceCharacteristics(at(slot).base) & ~SQLITE_IOCAP_BATCH_ATOMIC;
}

int mapMemory(sqlite3_file *slot, int region, int size, int extend, void volatile **out)
{
    return at(slot).base->pMethods->xShmMap(at(slot).base, region, size, extend, out);
}

int lockMemory(sqlite3_file *slot, int first, int count, int flags)
{
    return at(slot).base->pMethods->xShmLock(at(slot).base, first, count, flags);
}

void orderMemory(sqlite3_file *slot)
{
    at(slot).base->pMethods->xShmBarrier(at(slot).base);
}

int unmapMemory(sqlite3_file *slot, int remove)
{
    return at(slot).base->pMethods->xShmUnmap(at(slot).base, remove);
}

/// Of the second version: without memory mapped files, which would be read past the cipher.
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

int sizeOfVaultFile()
{
    return static_cast<int>(sizeof(Slot));
}

VaultFile *vaultFileIn(sqlite3_file *file)
{
    return file && file->pMethods == &methods ? reinterpret_cast<Slot *>(file)->open : nullptr;
}

sqlite3_file *baseFileIn(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<Slot *>(file) + 1);
}

void useVaultFile(sqlite3_file *file, std::unique_ptr<VaultFile> open)
{
    reinterpret_cast<Slot *>(file)->open = open.release();
    file->pMethods = &methods;
}

} // namespace crema::sync
