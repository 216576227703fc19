// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.h"

namespace crema::sync {

/// What was read out of a damaged database.
struct SalvageReport {
    std::int64_t rows = 0;
    int damagedTables = 0; ///< tables in which some place did not read
};

/// Copies every row that still reads from a damaged store into a fresh one of the same version, table by table in the
/// order of its key (sync.md rule 27: Debian's SQLite lacks `.recover`). Where a page does not read, the rows behind it
/// are looked for by halving the keys in between. Works inside the caller's transaction on `fresh`; throws
/// StorageFailure when that cannot be written.
[[nodiscard]] SalvageReport salvageTables(Database &damaged, Database &fresh);

} // namespace crema::sync
