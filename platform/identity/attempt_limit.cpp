// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/attempt_limit.h"

namespace crema::platform {
namespace {

constexpr qsizetype keyBound = 20'000;

} // namespace

bool AttemptLimit::allows(const QString &key, std::int64_t monotonicMs)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_counts.constFind(key);
    return it == m_counts.constEnd() || it->failures < m_failures || monotonicMs - it->sinceMs >= m_windowMs;
}

void AttemptLimit::addFailure(const QString &key, std::int64_t monotonicMs)
{
    const std::lock_guard lock(m_mutex);
    if (m_counts.size() >= keyBound)
        dropOld(monotonicMs);
    Count &count = m_counts[key];
    if (count.failures == 0 || monotonicMs - count.sinceMs >= m_windowMs)
        count = {0, monotonicMs};
    ++count.failures;
}

void AttemptLimit::forget(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    m_counts.remove(key);
}

void AttemptLimit::dropOld(std::int64_t monotonicMs)
{
    m_counts.removeIf([&](const auto &entry) { return monotonicMs - entry.value().sinceMs >= m_windowMs; });
    // Somebody sends from countless addresses: memory stays bounded, and single accounts have a count of their own.
    if (m_counts.size() >= keyBound)
        m_counts.clear();
}

} // namespace crema::platform
