// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_writer.h"

#include "platform/database/array_param.h"

namespace crema::platform {
namespace {

Params columnsOf(const QList<FeedEntry> &entries)
{
    using Type = ArrayParam::Type;
    ArrayParam types(Type::Text);
    ArrayParam ids(Type::Uuid);
    ArrayParam audiences(Type::Text);
    ArrayParam deleted(Type::Boolean);
    ArrayParam entities(Type::Json);
    for (const FeedEntry &entry : entries) {
        types.add(entry.entityType);
        ids.add(entry.entityId);
        audiences.add(entry.audience);
        deleted.add(entry.deleted);
        if (entry.deleted)
            entities.add(std::nullopt);
        else
            entities.addBytes(entry.entity.bytes());
    }
    return {types.param(), ids.param(), audiences.param(), deleted.param(), entities.param()};
}

} // namespace

Cursor writeFeed(Transaction &transaction, const QList<FeedEntry> &entries, const QStringList &audiences)
{
    if (entries.isEmpty()) {
        const Rows place = transaction.run("sync/load_place");
        return {place.number(0, 0), place.unsignedNumber(0, 1), 0};
    }
    const Rows rows = transaction.run("sync/write_feed", columnsOf(entries));
    Cursor last{rows.number(0, 3), rows.unsignedNumber(0, 1), 0};
    for (int i = 0; i < rows.count(); ++i) {
        if (audiences.contains(rows.text(i, 0)))
            last.position = std::max(last.position, rows.number(i, 2));
    }
    return last;
}

} // namespace crema::platform
