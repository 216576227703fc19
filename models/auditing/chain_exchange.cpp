// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditing/chain_exchange.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"

namespace crema::auditing {
namespace {

const QString malformed = QStringLiteral("journal.malformed");
constexpr qsizetype longestDocument = 400'000;

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray readHex(JsonFields &fields, const QString &name, qsizetype bytes)
{
    const QByteArray read = QByteArray::fromHex(fields.text(name, 0, 2 * bytes).toLatin1());
    if (read.size() != bytes && !read.isEmpty())
        fields.add(name, QString());
    return read;
}

QJsonObject headToJson(const ChainHead &head)
{
    return {{QStringLiteral("chain"), head.chain.toString(QUuid::WithoutBraces)},
            {QStringLiteral("hash"), hexOf(head.hash)},
            {QStringLiteral("number"), qint64(head.number)}};
}

ChainHead readHead(JsonFields &fields)
{
    return {fields.uuid(QStringLiteral("chain")), fields.integer(QStringLiteral("number"), 0, json::maxInteger),
            readHex(fields, QStringLiteral("hash"), 32)};
}

QJsonObject entryToJson(const SentEntry &entry)
{
    QJsonObject json{{QStringLiteral("signature"), hexOf(entry.signature)}};
    if (const auto *operation = std::get_if<OperationId>(&entry.document))
        json.insert(QStringLiteral("operation"), operation->toString());
    else
        json.insert(QStringLiteral("document"), QString::fromUtf8(std::get<QByteArray>(entry.document)));
    return json;
}

SentEntry readEntry(JsonFields &fields)
{
    SentEntry entry;
    if (fields.has(QStringLiteral("operation")))
        entry.document = fields.id<OperationId>(QStringLiteral("operation"));
    else
        entry.document = fields.text(QStringLiteral("document"), 2, longestDocument).toUtf8();
    entry.signature = readHex(fields, QStringLiteral("signature"), 64);
    return entry;
}

} // namespace

QByteArray writeChainRequest(const ChainRequest &request)
{
    QJsonArray entries;
    for (const SentEntry &entry : request.entries)
        entries.append(entryToJson(entry));
    QJsonObject json = headToJson(request.after);
    json.insert(QStringLiteral("entries"), entries);
    json.insert(QStringLiteral("last"), qint64(request.last));
    return json::writeCanonical(json);
}

Result<ChainRequest> readChainRequest(QByteArrayView bytes)
{
    const Result<QJsonObject> json = json::readStrict(bytes);
    if (!json)
        return failure(json.error());
    JsonFields fields(*json);
    ChainRequest request;
    request.after = readHead(fields);
    request.last = fields.integer(QStringLiteral("last"), 0, json::maxInteger);
    const QJsonArray entries = fields.array(QStringLiteral("entries"), ChainRequest::maxEntries);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        JsonFields inner(entries[i].toObject(), QStringLiteral("entries[%1].").arg(i));
        request.entries.append(readEntry(inner));
        fields.add(inner.problems());
    }
    return fields.result(request, malformed);
}

QByteArray writeCountersignature(const Countersignature &countersignature)
{
    QJsonObject json = headToJson(countersignature.head);
    json.insert(QStringLiteral("at"), countersignature.at.toString());
    json.insert(QStringLiteral("key"), hexOf(countersignature.key));
    json.insert(QStringLiteral("signature"), hexOf(countersignature.signature));
    return json::writeCanonical(json);
}

Result<Countersignature> readCountersignature(QByteArrayView bytes)
{
    const Result<QJsonObject> json = json::readStrict(bytes);
    if (!json)
        return failure(json.error());
    JsonFields fields(*json);
    Countersignature result;
    result.head = readHead(fields);
    result.at = fields.time(QStringLiteral("at"));
    result.key = readHex(fields, QStringLiteral("key"), 32);
    result.signature = readHex(fields, QStringLiteral("signature"), 64);
    return fields.result(result, malformed);
}

} // namespace crema::auditing
