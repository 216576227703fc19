// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/attempt_backoff.h"

#include <algorithm>

namespace crema::platform {
namespace {

constexpr qsizetype keyBound = 20'000;
/// More doublings than any bound needs, and few enough to stay far from overflow.
constexpr int mostDoublings = 30;

} // namespace

std::int64_t AttemptBackoff::waitAfter(int failures) const
{
    const int over = failures - m_shape.freeFailures;
    if (over <= 0)
        return 0;
    return std::min(m_shape.longestMs, m_shape.firstMs << std::min(over - 1, mostDoublings));
}

std::int64_t AttemptBackoff::waitMs(const QString &key, std::int64_t monotonicMs)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_counts.constFind(key);
    return it == m_counts.constEnd() ? 0
                                     : std::max<std::int64_t>(0, it->lastMs + waitAfter(it->failures) - monotonicMs);
}

int AttemptBackoff::addFailure(const QString &key, std::int64_t monotonicMs)
{
    const std::lock_guard lock(m_mutex);
    if (m_counts.size() >= keyBound)
        dropOld(monotonicMs);
    Count &count = m_counts[key];
    if (monotonicMs - count.lastMs >= quietMs)
        count = {};
    ++count.failures;
    count.lastMs = monotonicMs;
    return waitAfter(count.failures) > waitAfter(count.failures - 1) ? count.failures : 0;
}

void AttemptBackoff::forget(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    m_counts.remove(key);
}

void AttemptBackoff::dropOld(std::int64_t monotonicMs)
{
    m_counts.removeIf([&](const auto &entry) { return monotonicMs - entry.value().lastMs >= quietMs; });
    // Somebody sends from countless addresses: memory stays bounded, and single accounts have a count of their own.
    if (m_counts.size() >= keyBound)
        m_counts.clear();
}

} // namespace crema::platform
