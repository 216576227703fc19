// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/attempt_backoff.h"

#include <algorithm>

namespace crema::platform {
namespace {

constexpr qsizetype keyBound = 20'000;
/// More doublings than any bound needs, and few enough to stay far from overflow.
constexpr int mostDoublings = 30;

} // namespace

std::int64_t AttemptBackoff::Shape::waitAfter(int failures) const
{
    const int over = failures - freeFailures;
    if (over <= 0)
        return 0;
    return std::min(longestMs, firstMs << std::min(over - 1, mostDoublings));
}

std::int64_t ProcessAttemptBackoff::waitMs(const QString &key, std::int64_t monotonicMs)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_counts.constFind(key);
    return it == m_counts.constEnd()
               ? 0
               : std::max<std::int64_t>(0, it->lastMs + m_shape.waitAfter(it->failures) - monotonicMs);
}

int ProcessAttemptBackoff::addFailure(const QString &key, std::int64_t monotonicMs)
{
    const std::lock_guard lock(m_mutex);
    if (m_counts.size() >= keyBound)
        dropOld(monotonicMs);
    Count &count = m_counts[key];
    if (monotonicMs - count.lastMs >= quietMs)
        count = {};
    ++count.failures;
    count.lastMs = monotonicMs;
    return m_shape.growsWith(count.failures) ? count.failures : 0;
}

void ProcessAttemptBackoff::forget(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    m_counts.remove(key);
}

void ProcessAttemptBackoff::dropOld(std::int64_t monotonicMs)
{
    m_counts.removeIf([&](const auto &entry) { return monotonicMs - entry.value().lastMs >= quietMs; });
    // Somebody sends from countless addresses: memory stays bounded, and single accounts have a count of their own.
    if (m_counts.size() >= keyBound)
        m_counts.clear();
}

std::unique_ptr<AttemptBackoff> makeProcessBackoff(const QByteArray &, const AttemptBackoff::Shape &shape)
{
    return std::make_unique<ProcessAttemptBackoff>(shape);
}

} // namespace crema::platform
