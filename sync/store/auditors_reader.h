// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/journal_view.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Entries of the auditor's journal as they stand in the store; crema db check says whether they are right. Throws
/// StorageFailure.
[[nodiscard]] QList<AuditorEntryView> findEntries(LocalStore &store, const JournalFilter &filter);

/// The whole journal as JSON lines: a head with the keys, every entry with its document as text, and the platform's
/// countersignatures (docs/journal.md). Throws StorageFailure.
[[nodiscard]] QByteArray journalExport(LocalStore &store, std::int64_t &entries);

} // namespace crema::sync
