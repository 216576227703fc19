// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"
#include "platform/sync/sync_storage.h"

#include <memory>
#include <mutex>

namespace crema::platform {

/// Watches for what stalls the feed (sync.md rule 10): one transaction with a number that stays open keeps back every
/// row that is committed after it, also from another database of the cluster. Gives the figures to Prometheus at each
/// scrape, and names in the log who it is, once for each stall, and that it is over. Any thread.
class FeedWatch
{
public:
    /// `core` outlives this.
    explicit FeedWatch(DomainCore &core);
    ~FeedWatch();

    /// Looks, unless somebody did within the last ten seconds. Never throws: a database that does not answer is told
    /// elsewhere.
    void lookIfDue();
    void look();

    /// A transaction that is older is told in the log. No session of the platform lives so long without doing anything.
    static constexpr std::int64_t stalledMs = 15'000;

private:
    class Gauges;

    void lookLocked();
    void tell(const FeedStall &stall);

    DomainCore &m_core;
    std::unique_ptr<Gauges> m_gauges;
    std::mutex m_mutex;
    std::int64_t m_lookedAtMs;
    QString m_told; ///< who was named last; empty while nothing stalls
};

} // namespace crema::platform
