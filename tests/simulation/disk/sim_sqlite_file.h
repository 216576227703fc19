// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/disk/sim_files.h"

#include <sqlite3.h>

namespace crema::simulation {

/// One file that SQLite has open: bytes, locks and shared memory. After a crash of its disk every call fails.
struct SimSqliteFile {
    std::shared_ptr<SimFiles> files;
    int number = 0;
    std::uint64_t generation = 0;
    QString path;
    bool syncsFolder = false; ///< a new log or journal: its first sync makes its name durable too
    bool goesOnClose = false;
    int lock = SQLITE_LOCK_NONE;
    std::shared_ptr<SharedByConnections> memory; ///< once mapped: SQLite looks into it also after a crash
    unsigned memoryReads = 0;  ///< one bit for each slot of the shared memory that this has locked to read
    unsigned memoryWrites = 0; ///< and alone

    [[nodiscard]] bool isGone() const { return generation != files->generation() || files->isDead(); }
    [[nodiscard]] SharedByConnections &shared() const { return *files->shared(number); }
};

[[nodiscard]] int sizeOfSimSqliteFile();
/// Makes `file`, which SQLite gave, this one.
void useSimSqliteFile(sqlite3_file *file, std::unique_ptr<SimSqliteFile> open);

} // namespace crema::simulation
