// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/digest_work.h"

#include "models/operations/storage_failure.h"

namespace crema::platform {

DigestWork::DigestWork(DomainCore &core)
    : m_core(core), m_foldDueMs(core.clock.monotonicMs()), m_recountDueMs(m_foldDueMs)
{}

void DigestWork::foldIfDue()
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    const std::int64_t nowMs = m_core.clock.monotonicMs();
    if (!lock || nowMs < m_foldDueMs)
        return;
    m_foldDueMs = nowMs + foldPeriodMs;
    try {
        if (m_core.sync.foldDigests(foldedAtOnce) == foldedAtOnce)
            m_foldDueMs = nowMs;
    } catch (const StorageFailure &) {
        // Tried again in a minute.
    }
}

std::optional<int> DigestWork::recount(const QStringList &audiences, const QStringList &types)
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    const std::int64_t nowMs = m_core.clock.monotonicMs();
    if (!lock || nowMs < m_recountDueMs)
        return std::nullopt;
    m_recountDueMs = nowMs + recountPeriodMs;
    return m_core.sync.recount(audiences, types);
}

} // namespace crema::platform
