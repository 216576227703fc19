// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_writer.h"

namespace crema::platform {
namespace {

QJsonArray recordsOf(const QList<FeedEntry> &entries)
{
    QJsonArray records;
    for (const FeedEntry &entry : entries) {
        records.append(
            QJsonObject{{QStringLiteral("number"), records.size()},
                        {QStringLiteral("entity_type"), entry.entityType},
                        {QStringLiteral("entity_id"), entry.entityId.toString(QUuid::WithoutBraces)},
                        {QStringLiteral("audience"), entry.audience},
                        {QStringLiteral("deleted"), entry.deleted},
                        {QStringLiteral("entity"), entry.deleted ? QJsonValue() : QJsonValue(entry.entity)}});
    }
    return records;
}

} // namespace

Cursor writeFeed(Transaction &transaction, const QList<FeedEntry> &entries, const QStringList &audiences)
{
    if (entries.isEmpty()) {
        const Rows place = transaction.run("sync/load_place");
        return {place.number(0, 0), place.unsignedNumber(0, 1), 0};
    }
    const Rows rows = transaction.run("sync/write_feed", {recordsOf(entries)});
    Cursor last{rows.number(0, 3), rows.unsignedNumber(0, 1), 0};
    for (int i = 0; i < rows.count(); ++i) {
        if (audiences.contains(rows.text(i, 0)))
            last.position = std::max(last.position, rows.number(i, 2));
    }
    return last;
}

} // namespace crema::platform
