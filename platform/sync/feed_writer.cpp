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

QString companyAudience()
{
    return QStringLiteral("company");
}

QString audienceOf(LocationId location)
{
    return QStringLiteral("location:") + location.toString();
}

QString audienceOf(DeviceId device)
{
    return QStringLiteral("device:") + device.toString();
}

Cursor writeFeed(Transaction &transaction, std::int64_t epoch, const QList<FeedEntry> &entries,
                 const QStringList &audiences)
{
    Cursor last{epoch, 0, 0};
    if (entries.isEmpty())
        return last;
    const Rows rows = transaction.run("sync/write_feed", {recordsOf(entries)});
    for (int i = 0; i < rows.count(); ++i) {
        if (audiences.contains(rows.text(i, 0)))
            last = std::max(last, Cursor{epoch, rows.unsignedNumber(i, 1), rows.number(i, 2)});
    }
    return last;
}

} // namespace crema::platform
