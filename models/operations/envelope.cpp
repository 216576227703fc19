// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/envelope.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"

#include <QCoreApplication>

namespace crema {
namespace {

Result<void> withinLimits(qsizetype bytes)
{
    if (bytes <= PushRequest::maxBytes)
        return {};
    return failure(
        ProblemKind::Invalid, QStringLiteral("push.too_large"),
        QCoreApplication::translate("crema::PushRequest", "The batch has %1 bytes; at most %2 are taken at once.")
            .arg(bytes)
            .arg(PushRequest::maxBytes),
        QCoreApplication::translate("crema::PushRequest", "Send fewer operations in one batch."));
}

Problem malformedBatch(qsizetype offset)
{
    return {ProblemKind::Invalid,
            QStringLiteral("push.malformed"),
            QCoreApplication::translate("crema::PushRequest", "The batch is not well formed at byte %1.").arg(offset),
            QCoreApplication::translate("crema::PushRequest", "Send it as docs/wire.md describes."),
            {}};
}

/// The end of the object that begins at `start`, or -1 when it does not end.
qsizetype objectEnd(QByteArrayView bytes, qsizetype start)
{
    if (start >= bytes.size() || bytes[start] != '{')
        return -1;
    int depth = 0;
    bool inText = false;
    for (qsizetype i = start; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

/// Reads one envelope; the operation in it is cut out by its braces and kept byte for byte.
Result<Envelope> readEnvelope(QByteArrayView bytes)
{
    const QByteArrayView member = "\"operation\":";
    const qsizetype start = bytes.indexOf(member) + member.size();
    const qsizetype end = start < member.size() ? -1 : objectEnd(bytes, start);
    if (end < 0)
        return failure(malformedBatch(0));
    const QByteArray wrapper = bytes.first(start).toByteArray() + "null" + bytes.sliced(end).toByteArray();
    const Result<QJsonObject> object = json::readStrict(wrapper);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    Envelope envelope;
    envelope.device = fields.id<DeviceId>(QStringLiteral("device"));
    envelope.epoch = fields.integer(QStringLiteral("epoch"), 1, json::maxInteger);
    envelope.sequence = fields.integer(QStringLiteral("sequence"), 1, json::maxInteger);
    envelope.term = fields.integer(QStringLiteral("term"), 0, json::maxInteger);
    envelope.operation = bytes.sliced(start, end - start).toByteArray();
    return fields.result(envelope, QStringLiteral("push.malformed"));
}

} // namespace

QByteArray writeEnvelope(const Envelope &envelope)
{
    // Written by hand in canonical member order: the operation's bytes go in as they are stored.
    return "{\"device\":\"" + envelope.device.toString().toLatin1() +
           "\",\"epoch\":" + QByteArray::number(qlonglong(envelope.epoch)) + ",\"operation\":" + envelope.operation +
           ",\"sequence\":" + QByteArray::number(qlonglong(envelope.sequence)) +
           ",\"term\":" + QByteArray::number(qlonglong(envelope.term)) + '}';
}

QByteArray writePushRequest(const PushRequest &request)
{
    QByteArrayList envelopes;
    for (const Envelope &envelope : request.envelopes)
        envelopes.append(writeEnvelope(envelope));
    return "{\"operations\":[" + envelopes.join(',') + "]}";
}

Result<PushRequest> readPushRequest(QByteArrayView bytes)
{
    if (const Result<void> limits = withinLimits(bytes.size()); !limits)
        return failure(limits.error());
    const QByteArrayView head = "{\"operations\":[";
    const QByteArrayView tail = "]}";
    if (!bytes.startsWith(head) || !bytes.endsWith(tail) || bytes.size() < head.size() + tail.size())
        return failure(malformedBatch(0));
    PushRequest request;
    const qsizetype last = bytes.size() - tail.size();
    for (qsizetype at = head.size(); at < last;) {
        const qsizetype end = objectEnd(bytes.first(last), at);
        const bool separated = end == last || (end > 0 && end + 1 < last && bytes[end] == ',');
        if (end < 0 || !separated || request.envelopes.size() == PushRequest::maxOperations)
            return failure(malformedBatch(at));
        const Result<Envelope> envelope = readEnvelope(bytes.sliced(at, end - at));
        if (!envelope)
            return failure(envelope.error());
        request.envelopes.append(*envelope);
        at = end + 1;
    }
    return request;
}

QByteArray writePushAnswer(const PushAnswer &answer)
{
    QJsonArray acknowledgements;
    for (const Acknowledgement &acknowledgement : answer.acknowledgements)
        acknowledgements.append(acknowledgementToJson(acknowledgement));
    return json::writeCanonical({{QStringLiteral("acknowledgements"), acknowledgements},
                                 {QStringLiteral("expected"), qint64(answer.expected)}});
}

Result<PushAnswer> readPushAnswer(QByteArrayView bytes)
{
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    PushAnswer answer;
    answer.expected = fields.integer(QStringLiteral("expected"), 1, json::maxInteger);
    const QJsonArray array = fields.array(QStringLiteral("acknowledgements"), PushRequest::maxOperations);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Result<Acknowledgement> acknowledgement = acknowledgementFromJson(array[i].toObject());
        if (acknowledgement)
            answer.acknowledgements.append(*acknowledgement);
        else
            fields.add(QStringLiteral("acknowledgements[%1]").arg(i), acknowledgement.error());
    }
    return fields.result(answer, QStringLiteral("push.malformed"));
}

} // namespace crema
