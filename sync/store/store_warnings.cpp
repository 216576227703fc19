// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/store_warnings.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace crema::sync {

std::optional<Problem> clockWarning(std::int64_t offsetMs)
{
    constexpr std::int64_t minuteMs = 60'000;
    const std::int64_t off = std::abs(offsetMs);
    if (off <= 2 * minuteMs)
        return std::nullopt;
    const int minutes = static_cast<int>(std::min<std::int64_t>(off / minuteMs, std::numeric_limits<int>::max()));
    const QString message =
        offsetMs > 0
            ? QCoreApplication::translate("Store", "The clock of this machine is %n minutes slow.", nullptr, minutes)
            : QCoreApplication::translate("Store", "The clock of this machine is %n minutes fast.", nullptr, minutes);
    const bool far = off > 10 * minuteMs;
    return Problem{ProblemKind::Device,
                   far ? QStringLiteral("clock.far_off") : QStringLiteral("clock.off"),
                   message,
                   QCoreApplication::translate("Store", "Set it right; selling goes on."),
                   {}};
}

std::optional<Problem> unreadWarning(std::int64_t rows)
{
    if (rows == 0)
        return std::nullopt;
    return Problem{ProblemKind::Conflict,
                   QStringLiteral("store.unread_rows"),
                   QCoreApplication::translate("Store", "%n changes need a newer version of this program.", nullptr,
                                               static_cast<int>(rows)),
                   QCoreApplication::translate("Store", "Update this program; until then the last known values stay."),
                   {}};
}

} // namespace crema::sync
