// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/cursor.h"

#include <QList>

namespace crema {

std::optional<Cursor> Cursor::fromString(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    if (parts.size() != 3)
        return std::nullopt;
    bool epochOk = false;
    bool xidOk = false;
    bool positionOk = false;
    const Cursor cursor{parts[0].toLongLong(&epochOk), parts[1].toULongLong(&xidOk), parts[2].toLongLong(&positionOk)};
    if (!epochOk || !xidOk || !positionOk || cursor.epoch < 0 || cursor.position < 0 || cursor.toString() != text)
        return std::nullopt;
    return cursor;
}

QString Cursor::toString() const
{
    return QStringLiteral("%1.%2.%3").arg(epoch).arg(xid).arg(position);
}

} // namespace crema
