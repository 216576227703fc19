// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/operation_codec.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace crema {
namespace {

const QString owner = QStringLiteral("owner");

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

template<class AnyId>
QJsonValue optionalIdText(const std::optional<AnyId> &id)
{
    return id ? QJsonValue(id->toString()) : QJsonValue();
}

QJsonArray idTexts(const QList<OperationId> &ids)
{
    QJsonArray array;
    for (const OperationId &id : ids)
        array.append(id.toString());
    return array;
}

SubjectRef readSubject(JsonFields &fields)
{
    JsonFields inner(fields.object(QStringLiteral("subject")), QStringLiteral("subject."));
    const SubjectRef subject{inner.text(QStringLiteral("type"), 1, 40), inner.uuid(QStringLiteral("id"))};
    fields.add(inner.problems());
    return subject;
}

ClockReading readClock(JsonFields &fields)
{
    JsonFields inner(fields.object(QStringLiteral("clock")), QStringLiteral("clock."));
    const ClockReading clock{inner.uuid(QStringLiteral("boot")),
                             inner.integer(QStringLiteral("monotonic_ms"), 0, json::maxInteger),
                             inner.integer(QStringLiteral("offset_ms"), -json::maxInteger, json::maxInteger)};
    fields.add(inner.problems());
    return clock;
}

std::optional<PersonId> readActor(JsonFields &fields)
{
    if (fields.json().value(QStringLiteral("actor")).toString() == owner)
        return std::nullopt;
    return fields.id<PersonId>(QStringLiteral("actor"));
}

} // namespace

QByteArray canonicalBytes(const Operation &operation)
{
    const QJsonObject object{
        {QStringLiteral("actor"), operation.actor ? operation.actor->toString() : owner},
        {QStringLiteral("after"), idTexts(operation.after)},
        {QStringLiteral("body"), operation.body},
        {QStringLiteral("clock"), QJsonObject{{QStringLiteral("boot"), idText(operation.clock.boot)},
                                              {QStringLiteral("monotonic_ms"), qint64(operation.clock.monotonicMs)},
                                              {QStringLiteral("offset_ms"), qint64(operation.clock.offsetMs)}}},
        {QStringLiteral("id"), operation.id.toString()},
        {QStringLiteral("location"), optionalIdText(operation.location)},
        {QStringLiteral("occurred_at"), operation.occurredAt.toString()},
        {QStringLiteral("register"), optionalIdText(operation.registerId)},
        {QStringLiteral("schema"), operation.schema},
        {QStringLiteral("subject"), QJsonObject{{QStringLiteral("id"), idText(operation.subject.id)},
                                                {QStringLiteral("type"), operation.subject.type}}},
        {QStringLiteral("type"), operation.type},
    };
    return json::writeCanonical(object);
}

Result<Operation> operationFromJson(const QJsonObject &object)
{
    JsonFields fields(object);
    Operation operation;
    operation.id = fields.id<OperationId>(QStringLiteral("id"));
    operation.type = fields.text(QStringLiteral("type"), 3, 60);
    operation.schema = static_cast<int>(fields.integer(QStringLiteral("schema"), 1, 10'000));
    operation.subject = readSubject(fields);
    operation.location = fields.optionalId<LocationId>(QStringLiteral("location"));
    operation.registerId = fields.optionalId<RegisterId>(QStringLiteral("register"));
    operation.actor = readActor(fields);
    operation.occurredAt = fields.time(QStringLiteral("occurred_at"));
    operation.clock = readClock(fields);
    operation.after = fields.ids<OperationId>(QStringLiteral("after"), 100);
    operation.body = fields.object(QStringLiteral("body"));
    return fields.result(operation, QStringLiteral("operation.malformed"));
}

Result<Operation> readOperation(QByteArrayView bytes)
{
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    if (json::writeCanonical(*object) != bytes) {
        return failure(
            ProblemKind::Invalid, QStringLiteral("operation.not_canonical"),
            QCoreApplication::translate("crema::Operation", "The operation is not written in its canonical form."),
            QCoreApplication::translate("crema::Operation", "Send the stored bytes of the operation unchanged."));
    }
    return operationFromJson(*object);
}

QByteArray payloadHash(QByteArrayView canonicalBytes)
{
    return QCryptographicHash::hash(canonicalBytes, QCryptographicHash::Sha256);
}

} // namespace crema
