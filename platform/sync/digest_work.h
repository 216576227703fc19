// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"
#include "platform/sync/sync_storage.h"

#include <mutex>

namespace crema::platform {

/// Keeps the sums of checkpoints short, and counts anew when a device says that they are not what it holds. Works along
/// with what devices ask, so much at a time at most. Any thread.
class DigestWork
{
public:
    /// `core` outlives this.
    explicit DigestWork(DomainCore &core);

    /// Makes a part of the sums shorter, when it is due. Never throws: the request that needs the database says so.
    void foldIfDue();
    /// See SyncStorage::recount(). Nothing when it was done a moment ago: every row of the types is read for it.
    std::optional<int> recount(const QStringList &audiences, const QStringList &types);

    static constexpr std::int64_t foldPeriodMs = 60'000;
    static constexpr int foldedAtOnce = 10'000;
    static constexpr std::int64_t recountPeriodMs = 60'000;

private:
    DomainCore &m_core;
    std::mutex m_mutex;
    std::int64_t m_foldDueMs; ///< on the monotonic clock, as the other
    std::int64_t m_recountDueMs;
};

} // namespace crema::platform
