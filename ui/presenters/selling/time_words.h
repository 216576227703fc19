// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"
#include "models/selling/location.h"

#include <QDate>
#include <QLocale>
#include <QTimeZone>

namespace crema {

/// Moments as people at one place read them: how long ago first, the exact time where they ask for it (ux.md 2.8).
class TimeWords
{
public:
    /// `timeZone` is an IANA name; an unknown one means UTC. A day begins `cutOffMinutes` (0 to 720) after midnight.
    TimeWords(const QLocale &locale, const QByteArray &timeZone, int cutOffMinutes = 0);

    /// The times of a shop, as its documents have them; those of this computer while there is none yet.
    [[nodiscard]] static TimeWords ofShop(const QLocale &locale, const std::optional<Location> &location);

    /// "just now", "11 min ago", "2 h 10 min ago" of the same day; "yesterday, 14:02"; "23 Nov, 14:02".
    [[nodiscard]] QString relative(UtcTime at, UtcTime now) const;
    /// "11 min", "2 h 10 min", "3 d": for what has been waiting since `at`.
    [[nodiscard]] QString age(UtcTime at, UtcTime now) const;
    /// "10:42".
    [[nodiscard]] QString clock(UtcTime at) const;
    /// "Friday, 20 November 2026, 10:42:08".
    [[nodiscard]] QString exact(UtcTime at) const;
    /// "2026-11-20 10:42:08": for spreadsheets.
    [[nodiscard]] QString plain(UtcTime at) const;
    /// "20 Nov 2026".
    [[nodiscard]] QString date(QDate day) const;

    [[nodiscard]] QDate dayOf(UtcTime at) const;
    /// The first moment of this day.
    [[nodiscard]] UtcTime beginOf(QDate day) const;

private:
    [[nodiscard]] QDateTime local(UtcTime at) const;
    [[nodiscard]] QString shortDate(QDate day, bool withYear) const;

    QLocale m_locale;
    QTimeZone m_zone;
    int m_cutOffMinutes;
};

} // namespace crema
