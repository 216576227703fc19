// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/utc_time.h"

#include <QStringList>

#include <algorithm>

namespace crema::sync {

/// How long to wait after `failures` failures in a row (at least 1): full jitter, random between 0 and
/// min(60 s, 0.5 s × 2ⁿ) (sync.md rule 21).
[[nodiscard]] inline std::int64_t backoffMs(int failures, Randomness &randomness)
{
    constexpr std::uint64_t longestMs = 60'000;
    const int doublings = failures < 8 ? failures : 8;
    const std::uint64_t ceiling = std::uint64_t{500} << doublings;
    return static_cast<std::int64_t>(randomness.below((ceiling < longestMs ? ceiling : longestMs) + 1));
}

/// How long a platform that failed is left alone; survives a restart, so that a program that is started again and again
/// does not hammer it (sync.md rule 21).
struct Backoff {
    int failures = 0; ///< in a row
    UtcTime until;    ///< of the next attempt, by the wall clock
    /// How long the wait is as a whole: none is longer, whatever the wall clock did meanwhile.
    std::int64_t lengthMs = 0;

    [[nodiscard]] std::int64_t waitMs(UtcTime now) const
    {
        if (failures == 0)
            return 0;
        return std::clamp<std::int64_t>(until.msSinceEpoch() - now.msSinceEpoch(), 0, lengthMs);
    }

    /// `failures until length`, or nothing where there were none.
    [[nodiscard]] QString toString() const
    {
        if (failures == 0)
            return {};
        return QStringLiteral("%1 %2 %3").arg(failures).arg(until.msSinceEpoch()).arg(lengthMs);
    }
    [[nodiscard]] static Backoff fromString(const QString &text)
    {
        const QStringList parts = text.split(u' ');
        if (parts.size() != 3)
            return {};
        return {parts[0].toInt(), UtcTime(parts[1].toLongLong()), std::max<qint64>(parts[2].toLongLong(), 0)};
    }

    friend bool operator==(const Backoff &, const Backoff &) = default;
};

} // namespace crema::sync
