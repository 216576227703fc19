// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/canonical_feed_reader.h"

#include "models/feed/feed_row_reader.h"

namespace crema::codec {
namespace {

using namespace Qt::StringLiterals;
using json::CanonicalReader;

Cursor cursorOf(CanonicalReader &in, QLatin1StringView text)
{
    const auto cursor = Cursor::fromString(text);
    if (!cursor)
        in.fail();
    return cursor.value_or(Cursor());
}

/// A text that nearly every row has in common with the one before, whose copy is shared then.
QString sharedText(CanonicalReader &in, QLatin1StringView name, qsizetype maxLength, const QString &before)
{
    const QLatin1StringView word = in.word(name);
    if (word.isEmpty() || word.size() > maxLength)
        in.fail();
    return word == before ? before : QString(word);
}

FeedRow readRow(CanonicalReader &in, const FeedRow &before)
{
    FeedRow row;
    row.audience = sharedText(in, "audience"_L1, limit::audience, before.audience);
    row.cursor = readCursor(in, "cursor"_L1);
    row.deleted = in.boolean("deleted"_L1);
    if (const auto entity = in.optionalObject("entity"_L1))
        row.entity = FeedEntity::ofDocument(entity->toByteArray());
    row.entityId = in.uuid("id"_L1);
    row.entityType = sharedText(in, "type"_L1, limit::entityType, before.entityType);
    return row;
}

} // namespace

Cursor readCursor(CanonicalReader &in, QLatin1StringView name)
{
    return cursorOf(in, in.word(name));
}

std::optional<Cursor> readOptionalCursor(CanonicalReader &in, QLatin1StringView name)
{
    const auto text = in.optionalWord(name);
    return text ? std::optional(cursorOf(in, *text)) : std::nullopt;
}

QList<FeedRow> readFeedRows(CanonicalReader &in)
{
    QList<FeedRow> rows;
    FeedRow before;
    in.beginArray("rows"_L1);
    while (in.hasElement()) {
        in.beginObject();
        FeedRow row = readRow(in, rows.isEmpty() ? before : rows.constLast());
        in.endObject();
        rows.append(std::move(row));
        if (rows.size() > limit::rows)
            in.fail();
    }
    return rows;
}

} // namespace crema::codec
