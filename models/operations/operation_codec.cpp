// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/operation_codec.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/base/json_writer.h"
#include "models/base/sha256.h"

#include <QCoreApplication>
#include <QSet>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

const QString owner = QStringLiteral("owner");

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

/// Only there when somebody approved: operations without it are written as they always were.
const QString approvedBy = QStringLiteral("approved_by");

/// What `object` has and this version does not read, with what is inside the members that it reads in part.
QJsonObject unknownMembers(const QJsonObject &object)
{
    static const QSet<QString> known{u"actor"_s,       u"after"_s,  u"body"_s,     u"clock"_s,
                                     u"approved_by"_s, u"id"_s,     u"location"_s, u"occurred_at"_s,
                                     u"register"_s,    u"schema"_s, u"subject"_s,  u"type"_s};
    static const QHash<QString, QSet<QString>> inside{{u"clock"_s, {u"boot"_s, u"monotonic_ms"_s, u"offset_ms"_s}},
                                                      {u"subject"_s, {u"id"_s, u"type"_s}}};
    QJsonObject unknown;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!known.contains(member.key()))
            unknown.insert(member.key(), member.value());
    }
    for (auto part = inside.begin(); part != inside.end(); ++part) {
        const QJsonObject whole = object.value(part.key()).toObject();
        if (whole.size() == part->size())
            continue;
        QJsonObject rest;
        for (auto member = whole.begin(); member != whole.end(); ++member) {
            if (!part->contains(member.key()))
                rest.insert(member.key(), member.value());
        }
        unknown.insert(part.key(), rest);
    }
    return unknown;
}

/// Nearly every operation: one look at how many members there are says that none is unknown.
bool mayHaveUnknown(const QJsonObject &object)
{
    constexpr qsizetype members = 11;
    constexpr qsizetype subjectMembers = 2;
    constexpr qsizetype clockMembers = 3;
    const qsizetype own = members + (object.contains(approvedBy) ? 1 : 0);
    return object.size() != own || object.value("subject"_L1).toObject().size() != subjectMembers ||
           object.value("clock"_L1).toObject().size() != clockMembers;
}

QByteArray withUnknown(const QByteArray &bytes, const QJsonObject &unknown)
{
    QJsonObject object = json::readStrict(bytes).value();
    for (auto member = unknown.begin(); member != unknown.end(); ++member) {
        if (!object.contains(member.key())) {
            object.insert(member.key(), member.value());
            continue;
        }
        QJsonObject part = object.value(member.key()).toObject();
        const QJsonObject rest = member.value().toObject();
        for (auto inner = rest.begin(); inner != rest.end(); ++inner)
            part.insert(inner.key(), inner.value());
        object.insert(member.key(), part);
    }
    return json::writeCanonical(object);
}

} // namespace

QByteArray canonicalBytes(const Operation &operation)
{
    return canonicalBytes(operation, json::writeCanonical(operation.body));
}

QByteArray canonicalBytes(const Operation &operation, QByteArrayView body)
{
    json::CanonicalWriter out;
    out.beginObject();
    out.text("actor"_L1, operation.actor ? operation.actor->toString() : owner);
    out.beginArray("after"_L1);
    for (const OperationId &id : operation.after)
        out.text(id.toString());
    out.endArray();
    if (operation.approvedBy)
        out.id("approved_by"_L1, *operation.approvedBy);
    out.raw("body"_L1, body);
    out.beginObject("clock"_L1);
    out.uuid("boot"_L1, operation.clock.boot);
    out.integer("monotonic_ms"_L1, operation.clock.monotonicMs);
    out.integer("offset_ms"_L1, operation.clock.offsetMs);
    out.endObject();
    out.id("id"_L1, operation.id);
    out.id("location"_L1, operation.location);
    out.time("occurred_at"_L1, operation.occurredAt);
    out.id("register"_L1, operation.registerId);
    out.integer("schema"_L1, operation.schema);
    out.beginObject("subject"_L1);
    out.uuid("id"_L1, operation.subject.id);
    out.text("type"_L1, operation.subject.type);
    out.endObject();
    out.text("type"_L1, operation.type);
    out.endObject();
    return operation.unknown.isEmpty() ? out.take() : withUnknown(out.take(), operation.unknown);
}

Result<Operation> operationFromJson(const QJsonObject &object, const OperationSchemas &schemas)
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
    if (object.contains(approvedBy))
        operation.approvedBy = fields.id<PersonId>(approvedBy);
    operation.occurredAt = fields.time(QStringLiteral("occurred_at"));
    operation.clock = readClock(fields);
    operation.after = fields.ids<OperationId>(QStringLiteral("after"), 100);
    operation.body = fields.object(QStringLiteral("body"));
    if (mayHaveUnknown(object))
        operation.unknown = unknownMembers(object);
    return fields.result(schemas.upcast(std::move(operation)), QStringLiteral("operation.malformed"));
}

Result<Operation> readOperation(QByteArrayView bytes, const OperationSchemas &schemas)
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
    return operationFromJson(*object, schemas);
}

QByteArray payloadHash(QByteArrayView canonicalBytes)
{
    return sha256(canonicalBytes);
}

} // namespace crema
