// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <cstdint>
#include <mutex>

namespace crema::platform {

/// Makes whoever guesses wait: after some failures of a key (an account, an address, a device) each further one doubles
/// the wait before the next attempt. Nobody is locked out: the wait has a bound, and what was quiet for an hour begins
/// anew. Any thread may use it.
class AttemptBackoff
{
public:
    struct Shape {
        int freeFailures = 5;            ///< so many cost nothing
        std::int64_t firstMs = 1'000;    ///< the wait after the next one
        std::int64_t longestMs = 60'000; ///< no wait is longer
    };
    static constexpr std::int64_t quietMs = 60ll * 60 * 1000;

    explicit AttemptBackoff(const Shape &shape) : m_shape(shape) {}

    /// How long the key has to wait before its next attempt, in milliseconds; 0 when it need not.
    [[nodiscard]] std::int64_t waitMs(const QString &key, std::int64_t monotonicMs);
    /// How many failures there are by now, when this one made the wait longer than the one before had; else 0.
    int addFailure(const QString &key, std::int64_t monotonicMs);
    void forget(const QString &key);

private:
    struct Count {
        int failures = 0;
        std::int64_t lastMs = 0;
    };
    [[nodiscard]] std::int64_t waitAfter(int failures) const;
    void dropOld(std::int64_t monotonicMs);

    Shape m_shape;
    std::mutex m_mutex;
    QHash<QString, Count> m_counts;
};

} // namespace crema::platform
