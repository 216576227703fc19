// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/store_cipher.h"

#include <sqlite3.h>

#include <memory>

namespace crema::sync {

/// One file that SQLite has open through the encrypting file system.
struct VaultFile {
    sqlite3_file *base = nullptr;        ///< of the file system below
    std::unique_ptr<StoreCipher> cipher; ///< null: in clear
    StoreCipher::Kind kind = StoreCipher::Kind::Database;
    bool leavesRoom = false; ///< what is made of it, or already is, has encrypted pages
    QByteArray fingerprint;  ///< of a database file
    QByteArray part;         ///< of the log: the beginning of a unit whose rest is still to come
    sqlite3_int64 partOffset = 0;
};

[[nodiscard]] int sizeOfVaultFile();
/// The one in `file`, which SQLite gave; null when none is open there.
[[nodiscard]] VaultFile *vaultFileIn(sqlite3_file *file);
/// Where the file of the file system below lies in it.
[[nodiscard]] sqlite3_file *baseFileIn(sqlite3_file *file);
/// Makes `file` this one.
void useVaultFile(sqlite3_file *file, std::unique_ptr<VaultFile> open);

/// Makes `file` one that lives in memory and goes when it is closed.
void useMemoryFile(sqlite3_file *file);

} // namespace crema::sync
