// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_row.h"

#include "models/base/json.h"
#include "models/feed/canonical_feed_reader.h"
#include "models/feed/feed_row_reader.h"

#include <QCoreApplication>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

FeedRow readRow(JsonFields &fields)
{
    FeedRow row;
    row.cursor = codec::readCursor(fields, QStringLiteral("cursor"));
    row.entityType = fields.text(QStringLiteral("type"), 1, codec::limit::entityType);
    row.entityId = fields.uuid(QStringLiteral("id"));
    row.audience = fields.text(QStringLiteral("audience"), 1, codec::limit::audience);
    row.deleted = fields.boolean(QStringLiteral("deleted"));
    row.entity = fields.optionalObject(QStringLiteral("entity")).value_or(QJsonObject());
    return row;
}

std::optional<FeedPage> readCanonicalPage(QByteArrayView bytes)
{
    json::CanonicalReader in(bytes);
    FeedPage page;
    in.beginObject();
    page.after = codec::readCursor(in, "after"_L1);
    page.horizon = codec::readOptionalCursor(in, "horizon"_L1);
    page.more = in.boolean("more"_L1);
    page.next = codec::readCursor(in, "next"_L1);
    page.rows = codec::readFeedRows(in);
    in.endObject();
    return in.isWhole() ? std::optional(std::move(page)) : std::nullopt;
}

} // namespace

Cursor codec::readCursor(JsonFields &fields, const QString &name)
{
    const auto cursor = Cursor::fromString(fields.text(name, 5, 60));
    if (!cursor)
        fields.add(name, QCoreApplication::translate("crema::Cursor", "A cursor such as 1.7423.19 is needed here."));
    return cursor.value_or(Cursor());
}

QList<FeedRow> codec::readFeedRows(JsonFields &fields)
{
    const QJsonArray array = fields.array(QStringLiteral("rows"), limit::rows);
    QList<FeedRow> rows;
    rows.reserve(array.size());
    for (qsizetype i = 0; i < array.size() && fields.problems().isEmpty(); ++i) {
        JsonFields rowFields(array[i].toObject(), QStringLiteral("rows[%1].").arg(i));
        rows.append(readRow(rowFields));
        fields.add(rowFields.problems());
    }
    return rows;
}

QJsonObject feedRowToJson(const FeedRow &row)
{
    return {{QStringLiteral("audience"), row.audience},
            {QStringLiteral("cursor"), row.cursor.toString()},
            {QStringLiteral("deleted"), row.deleted},
            {QStringLiteral("entity"), row.deleted ? QJsonValue() : QJsonValue(row.entity.json())},
            {QStringLiteral("id"), row.entityId.toString(QUuid::WithoutBraces)},
            {QStringLiteral("type"), row.entityType}};
}

QByteArray writeFeedPage(const FeedPage &page)
{
    QJsonArray rows;
    for (const FeedRow &row : page.rows)
        rows.append(feedRowToJson(row));
    const QJsonValue horizon = page.horizon ? QJsonValue(page.horizon->toString()) : QJsonValue();
    return json::writeCanonical({{QStringLiteral("after"), page.after.toString()},
                                 {QStringLiteral("horizon"), horizon},
                                 {QStringLiteral("more"), page.more},
                                 {QStringLiteral("next"), page.next.toString()},
                                 {QStringLiteral("rows"), rows}});
}

Result<FeedPage> readFeedPage(QByteArrayView bytes)
{
    if (auto canonical = readCanonicalPage(bytes))
        return *std::move(canonical);
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    FeedPage page;
    page.after = codec::readCursor(fields, QStringLiteral("after"));
    if (object->value(QStringLiteral("horizon")).isString())
        page.horizon = codec::readCursor(fields, QStringLiteral("horizon"));
    page.next = codec::readCursor(fields, QStringLiteral("next"));
    page.more = fields.boolean(QStringLiteral("more"));
    page.rows = codec::readFeedRows(fields);
    return fields.result(page, QStringLiteral("feed.malformed"));
}

} // namespace crema
