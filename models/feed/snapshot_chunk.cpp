// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/snapshot_chunk.h"

#include "models/base/json.h"
#include "models/base/sha256.h"
#include "models/feed/canonical_feed_reader.h"
#include "models/feed/feed_row_reader.h"

#include <QCoreApplication>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t maxTotal = 1'000'000'000'000;

SnapshotPlace readPlace(JsonFields &fields, const QString &name)
{
    const auto place = SnapshotPlace::fromString(fields.text(name, 0, 80));
    if (!place)
        fields.add(name, QCoreApplication::translate("crema::SnapshotPlace", "A place in a snapshot is needed here."));
    return place.value_or(SnapshotPlace());
}

SnapshotPlace readPlace(json::CanonicalReader &in, QLatin1StringView name)
{
    const auto place = SnapshotPlace::fromString(QString(in.word(name)));
    if (!place)
        in.fail();
    return place.value_or(SnapshotPlace());
}

std::optional<SnapshotChunk> readCanonicalChunk(QByteArrayView bytes)
{
    json::CanonicalReader in(bytes);
    SnapshotChunk chunk;
    in.beginObject();
    chunk.after = readPlace(in, "after"_L1);
    chunk.cut = codec::readCursor(in, "cut"_L1);
    chunk.maySell = in.boolean("may_sell"_L1);
    chunk.more = in.boolean("more"_L1);
    chunk.next = readPlace(in, "next"_L1);
    chunk.rows = codec::readFeedRows(in);
    chunk.total = in.optionalInteger("total"_L1, 0, maxTotal);
    in.endObject();
    return in.isWhole() ? std::optional(std::move(chunk)) : std::nullopt;
}

} // namespace

std::optional<SnapshotPlace> SnapshotPlace::fromString(QStringView text)
{
    if (text.isEmpty())
        return SnapshotPlace();
    const qsizetype dot = text.indexOf(u'.');
    const QStringView type = text.left(dot);
    if (dot < 0 || std::find(snapshotOrder.begin(), snapshotOrder.end(), type) == snapshotOrder.end())
        return std::nullopt;
    const QString id = text.sliced(dot + 1).toString();
    const QUuid read(id);
    if (read.toString(QUuid::WithoutBraces) != id)
        return std::nullopt;
    return SnapshotPlace{type.toString(), read};
}

QString SnapshotPlace::toString() const
{
    return type.isEmpty() ? QStringLiteral("") : type + u'.' + id.toString(QUuid::WithoutBraces);
}

QByteArray writeSnapshotChunk(const SnapshotChunk &chunk)
{
    QJsonArray rows;
    for (const FeedRow &row : chunk.rows)
        rows.append(feedRowToJson(row));
    return json::writeCanonical(
        {{QStringLiteral("after"), chunk.after.toString()},
         {QStringLiteral("cut"), chunk.cut.toString()},
         {QStringLiteral("may_sell"), chunk.maySell},
         {QStringLiteral("more"), chunk.more},
         {QStringLiteral("next"), chunk.next.toString()},
         {QStringLiteral("rows"), rows},
         {QStringLiteral("total"), chunk.total ? QJsonValue(qint64(*chunk.total)) : QJsonValue()}});
}

Result<SnapshotChunk> readSnapshotChunk(QByteArrayView bytes)
{
    if (auto canonical = readCanonicalChunk(bytes))
        return *std::move(canonical);
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    SnapshotChunk chunk;
    chunk.after = readPlace(fields, QStringLiteral("after"));
    chunk.cut = codec::readCursor(fields, QStringLiteral("cut"));
    chunk.maySell = fields.boolean(QStringLiteral("may_sell"));
    chunk.more = fields.boolean(QStringLiteral("more"));
    chunk.next = readPlace(fields, QStringLiteral("next"));
    chunk.rows = codec::readFeedRows(fields);
    if (!object->value(QStringLiteral("total")).isNull())
        chunk.total = fields.integer(QStringLiteral("total"), 0, maxTotal);
    return fields.result(chunk, QStringLiteral("feed.malformed"));
}

QByteArray contentDigest(QByteArrayView body)
{
    return "sha-256=:" + sha256(body).toBase64() + ':';
}

} // namespace crema
