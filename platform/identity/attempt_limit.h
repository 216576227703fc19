// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <cstdint>
#include <mutex>

namespace crema::platform {

/// Counts failed attempts by key (an account, an address) and shuts the door after too many. Any thread may use it.
class AttemptLimit
{
public:
    /// At most `failures` within `windowMs`; the count starts anew when the window has passed.
    AttemptLimit(int failures, std::int64_t windowMs) : m_failures(failures), m_windowMs(windowMs) {}

    [[nodiscard]] bool allows(const QString &key, std::int64_t monotonicMs);
    void addFailure(const QString &key, std::int64_t monotonicMs);
    void forget(const QString &key);

private:
    struct Count {
        int failures = 0;
        std::int64_t sinceMs = 0;
    };
    void dropOld(std::int64_t monotonicMs);

    int m_failures;
    std::int64_t m_windowMs;
    std::mutex m_mutex;
    QHash<QString, Count> m_counts;
};

} // namespace crema::platform
