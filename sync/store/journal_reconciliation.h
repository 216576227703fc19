// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.h"
#include "sync/store/emergency_journal.h"

namespace crema::sync {

/// What the newest entries of the journal say of the queue.
struct JournalMatch {
    qsizetype added = 0; ///< operations that were missing in the journal and stand there now
    /// The journal holds an operation that the queue does not: the database is older than the journal beside it.
    bool isAhead = false;
};

/// Brings the journal up to the queue when a store is opened: a program that ended between a commit and its line, or a
/// power cut before the journal's sync, left operations out of it (sync.md rule 27). Throws StorageFailure. Errors:
/// `store.read`, `store.write`, `store.disk_full`.
[[nodiscard]] Result<JournalMatch> reconcile(Database &database, EmergencyJournal &journal);
/// Begins the journal anew when it is longer than 32 MB, with what is still on its way: the rest stands on the
/// platform. Throws StorageFailure. Errors: `store.write`, `store.disk_full`; the old journal is left then.
[[nodiscard]] Result<void> rotateWhenLong(Database &database, EmergencyJournal &journal);

} // namespace crema::sync
