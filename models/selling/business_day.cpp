// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/business_day.h"

#include <QDateTime>
#include <QTimeZone>

namespace crema {

QDate businessDay(UtcTime at, const QByteArray &timeZone, int cutOffMinutes)
{
    const QTimeZone named(timeZone);
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    // The wall clock decides, not elapsed time: on a night of a clock change the cut-off stays at its hour.
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.msSinceEpoch(), zone);
    const bool beforeCutOff = local.time().msecsSinceStartOfDay() < cutOffMinutes * 60'000;
    return beforeCutOff ? local.date().addDays(-1) : local.date();
}

} // namespace crema
