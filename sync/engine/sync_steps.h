// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/push_planner.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What the engine asks of the store, each one step in one transaction.

/// The next batch, its sequences given and kept, or nothing when everything is sent.
[[nodiscard]] Result<QList<PlannedOperation>> takeBatch(LocalStore &store, const BatchLimits &limits);
/// Keeps the platform's answers to a batch, one for each; requests that took no effect are undone here at once.
[[nodiscard]] Result<void> keepAcknowledgements(LocalStore &store, const QList<PlannedOperation> &batch,
                                                const QList<Acknowledgement> &acknowledgements);
/// Page and cursor in one transaction. A page that no longer follows the cursor, because another round was faster, is
/// dropped: its rows are asked for again.
[[nodiscard]] Result<void> keepPage(LocalStore &store, const FeedPage &page);
/// The platform misses what came from this sequence on (it was restored from a backup): send it again.
[[nodiscard]] Result<void> sendAgainFrom(LocalStore &store, std::int64_t sequence);
/// The feed began anew under this epoch: pull from its beginning; the queue stays.
[[nodiscard]] Result<void> startEpoch(LocalStore &store, std::int64_t feedEpoch);
[[nodiscard]] Result<void> noteSynced(LocalStore &store);

} // namespace crema::sync
