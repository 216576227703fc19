// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_row.h"
#include "sync/store/operation_queue.h"

namespace crema::sync {

/// Which pending operations a page of the feed ends, and which entities have to be put back and replayed for it.
struct RebasePlan {
    std::vector<std::size_t> finished; ///< the feed has passed them; indices into the pending operations
    std::vector<std::size_t> replayed; ///< in their order
    QSet<EntityRef> restored;          ///< everything that those two touched
};

/// Decides it without looking at the store (sync.md rule 16). An operation is replayed when anything it touched is
/// restored, and then everything it touched is restored as well.
[[nodiscard]] RebasePlan planRebase(const FeedPage &page, const std::vector<PendingOperation> &pending);

/// Lays a page under the pending operations: restore the server's copies, apply the page, replay. Works inside the
/// caller's transaction and does not move the cursor. Throws StorageFailure.
void rebase(const FeedPage &page, Database &database, EntityRows &rows, LocalAggregates &aggregates,
            OperationQueue &queue);

} // namespace crema::sync
