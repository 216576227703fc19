// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/acknowledgement.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What the engine asks of the store while the platform's state is read anew (sync.md rules 12 to 15), each one step in
/// one transaction.

/// The platform misses what came from this sequence on (it was put back to an older state): send it again.
[[nodiscard]] Result<void> sendAgainFrom(LocalStore &store, std::int64_t sequence);
/// The epoch of the feed that the rows here come from, or those that are being read anew; nothing before the first one.
[[nodiscard]] Result<std::optional<std::int64_t>> feedEpochOf(LocalStore &store);
/// The platform's feed is in `feedEpoch`, where that is known. Another one than here means that the platform was put
/// back. Answers whether it has to be asked what it lost before anything is sent.
[[nodiscard]] Result<bool> noteFeedEpoch(LocalStore &store, std::optional<std::int64_t> feedEpoch);
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
/// Keeps a page of what changed since the reload began. It goes on to the last page behind which nothing is held back:
/// a row that a transaction moved behind the cut is missing in the snapshot until the feed has it, and not gone.
[[nodiscard]] Result<void> stagePage(LocalStore &store, const FeedPage &page);
/// One step of laying the new state over the old one. Answers whether another one follows.
[[nodiscard]] Result<bool> stepReload(LocalStore &store);

} // namespace crema::sync
