// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/utc_time.h"

#include <QDateTime>
#include <QTimeZone>

#include <chrono>

namespace crema {
namespace {

void putDigits(QString &text, qsizetype at, int count, int number)
{
    for (int i = count - 1; i >= 0; --i, number /= 10)
        text[at + i] = QChar(u'0' + number % 10);
}

} // namespace

std::optional<UtcTime> UtcTime::fromString(QStringView text)
{
    if (text.size() != 24 || !text.endsWith(u'Z'))
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    const UtcTime result(time.toMSecsSinceEpoch());
    // QDateTime reads several spellings of one moment; only ours is accepted.
    if (result.toString() != text)
        return std::nullopt;
    return result;
}

QString UtcTime::toString() const
{
    // By hand: ids and times are most of what canonical JSON holds, and QDateTime takes several times as long.
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(m_ms)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    const int year = static_cast<int>(date.year());
    if (year < 1 || year > 9'999)
        return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC).toString(Qt::ISODateWithMs);
    QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
    putDigits(text, 0, 4, year);
    putDigits(text, 5, 2, static_cast<int>(static_cast<unsigned>(date.month())));
    putDigits(text, 8, 2, static_cast<int>(static_cast<unsigned>(date.day())));
    putDigits(text, 11, 2, static_cast<int>(clock.hours().count()));
    putDigits(text, 14, 2, static_cast<int>(clock.minutes().count()));
    putDigits(text, 17, 2, static_cast<int>(clock.seconds().count()));
    putDigits(text, 20, 3, static_cast<int>(clock.subseconds().count()));
    return text;
}

} // namespace crema
