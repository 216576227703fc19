// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"
#include "platform/sync/sync_storage.h"

#include <mutex>

namespace crema::platform {

/// Lets tombstones leave the feed when no device that may still come needs them (sync.md rule 13). It works along with
/// what devices ask, a small part at a time: once an hour, and until nothing is left then. Any thread.
class FeedPruning
{
public:
    /// `core` outlives this.
    explicit FeedPruning(DomainCore &core);

    /// Drops the next part, when one is due. Never throws: a database that does not answer is told elsewhere.
    void workIfDue();

    /// A device that is away for longer starts from a snapshot.
    static constexpr std::int64_t longestAbsenceMs = 90LL * 24 * 3'600'000;
    static constexpr std::int64_t periodMs = 3'600'000;
    static constexpr int partRows = 500;

private:
    DomainCore &m_core;
    std::mutex m_mutex;
    std::int64_t m_dueMs; ///< on the monotonic clock
};

} // namespace crema::platform
