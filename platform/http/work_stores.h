// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <cstdint>

namespace crema::http {

/// A store of workers' time for each sender, which fills up steadily (a token bucket); what was used of it is kept.
/// Bounded: who was not seen for long among very many is forgotten.
class WorkStores
{
public:
    /// `workMsPerS` is milliseconds of a worker for each second, 0: no bound; `burstS` seconds' worth may be used at
    /// once.
    WorkStores(std::int64_t workMsPerS, std::int64_t burstS)
        : m_rate(workMsPerS), m_burstUs(burstS * workMsPerS * 1'000)
    {}

    /// Until the sender is heard again, in milliseconds; 0: now.
    [[nodiscard]] std::int64_t waitMs(quint64 key, std::int64_t nowMs) const;
    void charge(quint64 key, std::int64_t us, std::int64_t nowMs);

    [[nodiscard]] bool isBound() const { return m_rate > 0; }
    [[nodiscard]] std::int64_t usPerMs() const { return m_rate; }
    [[nodiscard]] bool knows(quint64 key) const { return m_young.contains(key) || m_old.contains(key); }
    /// Says anew what was used, in microseconds of a worker.
    void setUsed(quint64 key, std::int64_t us, std::int64_t nowMs);

private:
    /// What was used of a store that is full at 0, in microseconds of a worker.
    struct Use {
        std::int64_t usedUs = 0;
        std::int64_t atMs = 0;
    };
    [[nodiscard]] Use useNow(quint64 key, std::int64_t nowMs) const;

    std::int64_t m_rate; ///< microseconds for each millisecond
    std::int64_t m_burstUs;
    // Two halves: what the young one does not hold is looked for in the old one, which goes when the young one is
    // large. So nobody can fill the memory with senders that were never seen before.
    QHash<quint64, Use> m_young;
    QHash<quint64, Use> m_old;
};

} // namespace crema::http
