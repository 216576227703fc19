// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/work_stores.h"

#include <algorithm>
#include <utility>

namespace crema::http {
namespace {

/// Of one half: some 3 MB.
constexpr qsizetype mostSenders = 50'000;

} // namespace

WorkStores::Use WorkStores::useNow(quint64 key, std::int64_t nowMs) const
{
    auto found = m_young.constFind(key);
    if (found == m_young.constEnd()) {
        found = m_old.constFind(key);
        if (found == m_old.constEnd())
            return {0, nowMs};
    }
    const std::int64_t refilled = std::max<std::int64_t>(nowMs - found->atMs, 0) * m_rate;
    return {std::max<std::int64_t>(found->usedUs - refilled, 0), nowMs};
}

std::int64_t WorkStores::waitMs(quint64 key, std::int64_t nowMs) const
{
    if (m_rate == 0)
        return 0;
    const std::int64_t over = useNow(key, nowMs).usedUs - m_burstUs;
    return over <= 0 ? 0 : (over + m_rate - 1) / m_rate;
}

void WorkStores::charge(quint64 key, std::int64_t us, std::int64_t nowMs)
{
    if (m_rate > 0)
        setUsed(key, useNow(key, nowMs).usedUs + us, nowMs);
}

void WorkStores::setUsed(quint64 key, std::int64_t us, std::int64_t nowMs)
{
    if (m_young.size() >= mostSenders && !m_young.contains(key))
        m_old = std::exchange(m_young, {});
    m_young.insert(key, {us, nowMs});
}

} // namespace crema::http
