// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/time_words.h"

#include "models/selling/business_day.h"

#include <QCoreApplication>
#include <QDateTime>

namespace crema {

namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t minutesOfHour = 60;
constexpr std::int64_t minutesOfDay = 24 * minutesOfHour;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TimeWords)
};

QTimeZone zoneNamed(const QByteArray &name)
{
    const QTimeZone zone(name);
    return zone.isValid() ? zone : QTimeZone::utc();
}

/// Short day, month and year in the order of the locale, without what a list has no room for.
QString shortFormat(const QLocale &locale, bool withYear)
{
    const bool monthFirst = locale.dateFormat(QLocale::ShortFormat).trimmed().startsWith(QLatin1Char('M'));
    const QString day = monthFirst ? Texts::tr("MMM d", "short date, month first, as QLocale writes formats")
                                   : Texts::tr("d MMM", "short date, day first, as QLocale writes formats");
    return withYear ? Texts::tr("%1 yyyy", "short date and year, as QLocale writes formats").arg(day) : day;
}

} // namespace

TimeWords::TimeWords(const QLocale &locale, const QByteArray &timeZone, int cutOffMinutes)
    : m_locale(locale), m_zone(zoneNamed(timeZone)), m_cutOffMinutes(cutOffMinutes)
{}

TimeWords TimeWords::ofShop(const QLocale &locale, const std::optional<Location> &location)
{
    return location ? TimeWords(locale, location->timeZone, location->dayCutOffMinutes)
                    : TimeWords(locale, QTimeZone::systemTimeZoneId());
}

QDateTime TimeWords::local(UtcTime at) const
{
    return QDateTime::fromMSecsSinceEpoch(at.msSinceEpoch(), m_zone);
}

QString TimeWords::relative(UtcTime at, UtcTime now) const
{
    const std::int64_t minutes = (now.msSinceEpoch() - at.msSinceEpoch()) / minuteMs;
    const QDate day = dayOf(at);
    const QDate today = dayOf(now);
    if (minutes >= 0 && minutes < minutesOfDay && day == today) {
        if (minutes == 0)
            return Texts::tr("just now");
        return Texts::tr("%1 ago", "a duration, such as 11 min").arg(age(at, now));
    }
    if (day == today.addDays(-1))
        return Texts::tr("yesterday, %1", "a time of day").arg(clock(at));
    return Texts::tr("%1, %2", "a short date and a time of day")
        .arg(shortDate(day, day.year() != today.year()), clock(at));
}

QString TimeWords::age(UtcTime at, UtcTime now) const
{
    const std::int64_t minutes = std::max<std::int64_t>(0, (now.msSinceEpoch() - at.msSinceEpoch()) / minuteMs);
    const auto number = [this](std::int64_t value) { return m_locale.toString(static_cast<qlonglong>(value)); };
    if (minutes < minutesOfHour)
        return Texts::tr("%1 min").arg(number(minutes));
    if (minutes < minutesOfDay)
        return Texts::tr("%1 h %2 min").arg(number(minutes / minutesOfHour), number(minutes % minutesOfHour));
    return Texts::tr("%1 d", "days").arg(number(minutes / minutesOfDay));
}

QString TimeWords::clock(UtcTime at) const
{
    // The plain C locale writes seconds, which nobody reads in a list.
    const QString format =
        m_locale.language() == QLocale::C ? QStringLiteral("HH:mm") : m_locale.timeFormat(QLocale::ShortFormat);
    return m_locale.toString(local(at).time(), format);
}

QString TimeWords::exact(UtcTime at) const
{
    const QDateTime moment = local(at);
    return Texts::tr("%1, %2", "a long date and a time with seconds")
        .arg(m_locale.toString(moment.date(), QLocale::LongFormat),
             m_locale.toString(moment.time(), QStringLiteral("HH:mm:ss")));
}

QString TimeWords::plain(UtcTime at) const
{
    return local(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString TimeWords::date(QDate day) const
{
    return shortDate(day, true);
}

QString TimeWords::shortDate(QDate day, bool withYear) const
{
    return m_locale.toString(day, shortFormat(m_locale, withYear));
}

QDate TimeWords::dayOf(UtcTime at) const
{
    return businessDay(at, m_zone.id(), m_cutOffMinutes);
}

UtcTime TimeWords::beginOf(QDate day) const
{
    // Where the clock is put forward over the cut-off, the day begins with the first minute there is.
    const QTime cutOff = QTime(0, 0).addSecs(m_cutOffMinutes * 60);
    QDateTime begin(day, cutOff, m_zone);
    if (!begin.isValid())
        begin = day.startOfDay(m_zone);
    return UtcTime(begin.toMSecsSinceEpoch());
}

} // namespace crema
