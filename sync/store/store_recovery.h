// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/boot_record.h"
#include "sync/store/table_salvage.h"

namespace crema::sync {

/// What became of a damaged store.
struct RecoveryReport {
    QString setAside; ///< the damaged file, kept; its log lies beside it as `<file>-wal`
    SalvageReport tables;
    qsizetype fromJournal = 0; ///< operations that only the journal held
};

/// Builds a store anew out of everything that is left of a damaged one (sync.md rule 27): rows that still read, then
/// the operation journal, whose operations take effect where the rows do not have it. The feed cursor goes back to its
/// start, so that the next pull brings the rest. The damaged file is renamed, never changed. A program that ends
/// half-way leaves the damaged store as it was, or the new one complete (see finishRebuilding()).
/// Errors: `store.newer`, `store.write`, `store.disk_full`.
[[nodiscard]] Result<RecoveryReport> rebuildStore(const QString &path, const BootRecord &record, Clock &clock,
                                                  Disk &disk);

/// Puts a store that was rebuilt to its end in place of the damaged one. Answers under which name that is kept; an
/// empty one when there was nothing to do.
[[nodiscard]] Result<QString> finishRebuilding(const QString &path, Disk &disk);

/// Takes over the operations of a journal file that the queue does not have, with their effect, and answers how many.
/// A line that does not read, or an operation that this version does not know, is stepped over. Inside the caller's
/// transaction; throws StorageFailure.
qsizetype addFromJournal(Database &database, const Disk &disk, const QString &journalPath);

} // namespace crema::sync
