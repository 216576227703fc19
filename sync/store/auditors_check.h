// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/local_store.h"

namespace crema::sync {

/// Recomputes the whole auditor's journal of a store: hashes, signatures, numbers, closings, the platform's
/// countersignatures, and that documents, operations and sales say the same. Adds one sentence for each finding, which
/// names the entry; of each chain the first bad one. Answers how many entries were read. Throws StorageFailure.
std::int64_t checkAuditorsJournal(LocalStore &store, QStringList &findings);

} // namespace crema::sync
