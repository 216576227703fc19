// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_text.h"

namespace crema::platform {
namespace {

void append(QByteArray &text, std::initializer_list<QByteArrayView> parts)
{
    for (const QByteArrayView part : parts)
        text.append(part);
}

} // namespace

QByteArray cursorOf(const FeedText &row, std::int64_t epoch)
{
    QByteArray cursor = QByteArray::number(qint64(epoch));
    append(cursor, {".", row.xid, ".", row.position});
    return cursor;
}

void appendRow(QByteArray &json, const FeedText &row, QByteArrayView cursor)
{
    append(json, {"{\"audience\":\"", row.audience, "\",\"cursor\":\"", cursor,
                  "\",\"deleted\":", row.deleted ? "true" : "false", ",\"entity\":", row.deleted ? "null" : row.entity,
                  ",\"id\":\"", row.entityId, "\",\"type\":\"", row.entityType, "\"}"});
}

} // namespace crema::platform
