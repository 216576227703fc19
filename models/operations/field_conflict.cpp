// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/field_conflict.h"

#include "models/feed/json_values.h"

namespace crema {
namespace {

std::optional<ChangeOrigin> readTheirs(JsonFields &fields)
{
    const auto object = fields.optionalObject(QStringLiteral("theirs"));
    if (!object)
        return std::nullopt;
    JsonFields inner(*object, fields.path() + QStringLiteral("theirs."));
    const ChangeOrigin origin = readChangeOrigin(inner);
    fields.add(inner.problems());
    return origin;
}

} // namespace

QJsonObject changeOriginToJson(const ChangeOrigin &origin)
{
    return {{QStringLiteral("at"), origin.at.toString()},
            {QStringLiteral("device"), origin.device.toString()},
            {QStringLiteral("location"), codec::optionalId(origin.location)},
            {QStringLiteral("operation"), origin.operation.toString()},
            {QStringLiteral("person"), codec::optionalId(origin.person)},
            {QStringLiteral("person_name"), origin.personName}};
}

ChangeOrigin readChangeOrigin(JsonFields &fields)
{
    return {fields.id<OperationId>(QStringLiteral("operation")),
            fields.optionalId<PersonId>(QStringLiteral("person")),
            fields.text(QStringLiteral("person_name"), 0, 1000),
            fields.id<DeviceId>(QStringLiteral("device")),
            fields.optionalId<LocationId>(QStringLiteral("location")),
            fields.time(QStringLiteral("at"))};
}

QJsonObject fieldConflictToJson(const FieldConflict &conflict)
{
    return {
        {QStringLiteral("current"), conflict.current},
        {QStringLiteral("field"), conflict.field},
        {QStringLiteral("from"), conflict.from},
        {QStringLiteral("theirs"), conflict.theirs ? QJsonValue(changeOriginToJson(*conflict.theirs)) : QJsonValue()},
        {QStringLiteral("to"), conflict.to}};
}

FieldConflict readFieldConflict(JsonFields &fields)
{
    return {fields.text(QStringLiteral("field"), 1, 100), fields.json().value(QStringLiteral("from")),
            fields.json().value(QStringLiteral("to")), fields.json().value(QStringLiteral("current")),
            readTheirs(fields)};
}

} // namespace crema
