// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/pricing_occasion.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace crema {

PricingOccasion at(PricingOccasion occasion, UtcTime moment, const QByteArray &timeZone)
{
    const QTimeZone named(timeZone);
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment.msSinceEpoch(), zone);
    occasion.day = local.date();
    occasion.minute = local.time().msecsSinceStartOfDay() / 60'000;
    return occasion;
}

QString couponCode(QStringView typed)
{
    constexpr qsizetype shortest = 3;
    constexpr qsizetype longest = 40;
    QString code;
    for (const QChar letter : typed) {
        if (!letter.isSpace())
            code.append(letter.toUpper());
    }
    const bool isCode = std::ranges::all_of(
        code, [](QChar letter) { return letter.unicode() < 128 && (letter.isLetterOrNumber() || letter == u'-'); });
    return isCode && code.size() >= shortest && code.size() <= longest ? code : QString();
}

bool isSameGroup(const QString &a, const QString &b)
{
    return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0;
}

} // namespace crema
