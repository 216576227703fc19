// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/utc_time.h"

#include <QDateTime>
#include <QTimeZone>

namespace crema {

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
    return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace crema
