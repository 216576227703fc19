// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/cursor.h"

#include <QList>

#include <charconv>

namespace crema {
namespace {

/// Takes a number as it is written, without sign and leading zeros, and the dot behind it where one is wanted.
template<class Number>
bool takeNumber(const char *&at, const char *end, Number &number, bool withDot)
{
    const auto isDigit = [](char byte) { return byte >= '0' && byte <= '9'; };
    if (at == end || !isDigit(*at) || (*at == '0' && at + 1 != end && isDigit(at[1])))
        return false;
    const std::from_chars_result read = std::from_chars(at, end, number);
    at = read.ptr;
    if (read.ec != std::errc())
        return false;
    return withDot ? at != end && *at++ == '.' : at == end;
}

} // namespace

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

std::optional<Cursor> Cursor::fromString(QLatin1StringView text)
{
    const char *at = text.begin();
    const char *end = text.end();
    Cursor cursor;
    if (!takeNumber(at, end, cursor.epoch, true) || !takeNumber(at, end, cursor.xid, true) ||
        !takeNumber(at, end, cursor.position, false))
        return std::nullopt;
    return cursor;
}

QString Cursor::toString() const
{
    return QStringLiteral("%1.%2.%3").arg(epoch).arg(xid).arg(position);
}

} // namespace crema
