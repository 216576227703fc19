// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_pruning.h"

#include "models/operations/storage_failure.h"
#include "platform/base/log.h"

namespace crema::platform {

FeedPruning::FeedPruning(DomainCore &core) : m_core(core), m_dueMs(core.clock.monotonicMs()) {}

void FeedPruning::workIfDue()
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    const std::int64_t nowMs = m_core.clock.monotonicMs();
    if (!lock || nowMs < m_dueMs)
        return;
    m_dueMs = nowMs + periodMs;
    try {
        const UtcTime now = m_core.clock.now();
        const UtcTime oldest(now.msSinceEpoch() - longestAbsenceMs);
        m_core.sync.markFeed(now, oldest);
        const int dropped = m_core.sync.prune(oldest, partRows);
        if (dropped == partRows)
            m_dueMs = nowMs;
        if (dropped > 0)
            m_core.log.write(LogLevel::Info, "sync.feed_pruned", LogFields().add("rows", std::int64_t(dropped)));
    } catch (const StorageFailure &) {
        // The request that needs the database says so; this is tried again in an hour.
    }
}

} // namespace crema::platform
