// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"

namespace crema::sync {

/// What one round of sending and fetching did.
struct SyncReport {
    std::int64_t sent = 0; ///< operations that got an acknowledgement in this round
    std::int64_t applied = 0;
    std::int64_t needsAttention = 0; ///< conflicts, refusals and dead letters among them
    std::int64_t waiting = 0;
    std::int64_t fetchedRows = 0;
    QueueCounts queue;              ///< afterwards
    std::optional<Problem> stopped; ///< why the round ended early; nothing: everything was sent and fetched

    [[nodiscard]] bool complete() const { return !stopped && queue.unsent() == 0; }
};

} // namespace crema::sync
