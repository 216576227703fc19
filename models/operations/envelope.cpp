// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/envelope.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/base/json_reader.h"
#include "models/operations/acknowledgement_writer.h"

#include <QCoreApplication>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

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

/// What stands before and behind the operation of an envelope, written as writeEnvelope() does it; nothing otherwise.
std::optional<Envelope> readCanonical(QByteArrayView before, QByteArrayView behind)
{
    if (!before.endsWith(','))
        return std::nullopt;
    const QByteArray bytes = before.chopped(1).toByteArray() + behind.toByteArray();
    json::CanonicalReader in(bytes);
    Envelope envelope;
    in.beginObject();
    envelope.device = in.id<DeviceId>("device"_L1);
    envelope.epoch = in.integer("epoch"_L1, 1, json::maxInteger);
    envelope.sequence = in.integer("sequence"_L1, 1, json::maxInteger);
    envelope.term = in.integer("term"_L1, 0, json::maxInteger);
    in.endObject();
    return in.isWhole() ? std::optional(envelope) : std::nullopt;
}

/// Reads one envelope; the operation in it is cut out by its braces and kept byte for byte.
Result<Envelope> readEnvelope(QByteArrayView bytes)
{
    const QByteArrayView member = "\"operation\":";
    const qsizetype start = bytes.indexOf(member) + member.size();
    const qsizetype end = start < member.size() ? -1 : objectEnd(bytes, start);
    if (end < 0)
        return failure(malformedBatch(0));
    if (auto envelope = readCanonical(bytes.first(start - member.size()), bytes.sliced(end))) {
        envelope->operation = bytes.sliced(start, end - start).toByteArray();
        return *std::move(envelope);
    }
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
    QByteArrayList acknowledgements;
    for (const Acknowledgement &acknowledgement : answer.acknowledgements)
        acknowledgements.append(canonicalBytes(acknowledgement));
    return "{\"acknowledgements\":[" + acknowledgements.join(',') +
           "],\"expected\":" + QByteArray::number(qlonglong(answer.expected)) + '}';
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
