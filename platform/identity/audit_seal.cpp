// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/audit_seal.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/base/json_writer.h"
#include "models/base/sha256.h"
#include "models/security/tokens.h"

namespace crema::platform {
namespace {

const QString malformed = QStringLiteral("audit.seal_malformed");

QByteArray hashOf(JsonFields &fields, const QString &name)
{
    const auto hash = fromBase64Url(fields.text(name, 43, 43));
    if (!hash || hash->size() != 32)
        fields.add(name, QStringLiteral("32 bytes in base64url"));
    return hash.value_or(QByteArray());
}

auditing::ChainHead readHead(JsonFields &fields)
{
    auditing::ChainHead head;
    // Null is the chain of the platform itself.
    head.chain = QUuid::fromString(fields.text(QStringLiteral("chain"), 36, 36));
    head.number = fields.integer(QStringLiteral("number"), 1, json::maxInteger);
    head.hash = hashOf(fields, QStringLiteral("hash"));
    return head;
}

} // namespace

QByteArray sealDocument(const AuditSeal &seal)
{
    json::CanonicalWriter out;
    out.beginObject();
    out.time(QLatin1StringView("at"), seal.at);
    out.beginArray(QLatin1StringView("heads"));
    for (const auditing::ChainHead &head : seal.heads) {
        out.beginObject();
        out.uuid(QLatin1StringView("chain"), head.chain);
        out.text(QLatin1StringView("hash"), toBase64Url(head.hash));
        out.integer(QLatin1StringView("number"), head.number);
        out.endObject();
    }
    out.endArray();
    out.integer(QLatin1StringView("number"), seal.number);
    out.text(QLatin1StringView("previous"), toBase64Url(seal.previous));
    out.endObject();
    return out.take();
}

Result<AuditSeal> readSealDocument(QByteArrayView document)
{
    const Result<QJsonObject> json = json::readStrict(document);
    if (!json)
        return failure(json.error());
    JsonFields fields(*json);
    AuditSeal seal;
    seal.number = fields.integer(QStringLiteral("number"), 1, json::maxInteger);
    seal.at = fields.time(QStringLiteral("at"));
    seal.previous = hashOf(fields, QStringLiteral("previous"));
    const QJsonArray heads = fields.array(QStringLiteral("heads"), 1'000'000);
    for (qsizetype i = 0; i < heads.size(); ++i) {
        JsonFields inner(heads.at(i).toObject(), QStringLiteral("heads[%1].").arg(i));
        seal.heads.append(readHead(inner));
        fields.add(inner.problems());
    }
    return fields.result(seal, malformed);
}

QByteArray sealHash(QByteArrayView document)
{
    return sha256(document);
}

QByteArray sealMessage(QByteArrayView document)
{
    return QByteArrayLiteral("crema audit seal 1\n").append(document);
}

} // namespace crema::platform
