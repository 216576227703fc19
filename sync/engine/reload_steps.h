// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/acknowledgement.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What the engine asks of the store while the platform's state is read anew (sync.md rules 12 to 15), each one step in
/// one transaction.

/// The platform misses what came from this sequence on (it was put back to an older state): send it again.
[[nodiscard]] Result<void> sendAgainFrom(LocalStore &store, std::int64_t sequence);
/// The feed began anew under this epoch: everything is read again, beside what is here.
[[nodiscard]] Result<void> startEpoch(LocalStore &store, std::int64_t feedEpoch);
[[nodiscard]] Result<std::optional<ReloadState>> reloadState(LocalStore &store);

/// The next operations to ask about: those of the last 40 days that the platform answered. None: all were.
[[nodiscard]] Result<QList<AcknowledgedOperation>> nextAcknowledged(LocalStore &store);
/// The platform has these of those that were asked about; the others go again, and so do those that have no effect
/// there any more. Answers how many.
[[nodiscard]] Result<int> keepKnown(LocalStore &store, const QList<AcknowledgedOperation> &asked,
                                    const QList<Acknowledgement> &known);
[[nodiscard]] Result<void> endAsking(LocalStore &store);

/// The platform's state is read from a snapshot: because nothing was read before, or for `reason`.
[[nodiscard]] Result<void> startLoad(LocalStore &store, ReloadState::Reason reason);
/// Inside write(): as startLoad(), of these types only, which are not what the platform has (sync.md rule 14). Nothing
/// is begun for none.
void beginPart(LocalStore &store, const QStringList &types);
/// Keeps a chunk and where the next one begins. One that no longer fits there is dropped.
[[nodiscard]] Result<void> keepChunk(LocalStore &store, const SnapshotChunk &chunk);
/// Keeps a page of what changed since the reload began.
[[nodiscard]] Result<void> stagePage(LocalStore &store, const FeedPage &page);
/// One step of laying the new state over the old one. Answers whether another one follows.
[[nodiscard]] Result<bool> stepReload(LocalStore &store);

} // namespace crema::sync
