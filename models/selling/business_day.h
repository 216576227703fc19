// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

#include <QByteArray>
#include <QDate>

namespace crema {

/// The day a sale belongs to: the local date, where the hours before the cut-off still belong to the day before
/// (sync.md rule 23). An unknown time zone counts as UTC. `cutOffMinutes` is 0 to 720 after midnight.
[[nodiscard]] QDate businessDay(UtcTime at, const QByteArray &timeZone, int cutOffMinutes);

} // namespace crema
