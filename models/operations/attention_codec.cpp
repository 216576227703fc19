// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/base/problem_codec.h"
#include "models/feed/json_values.h"
#include "models/operations/attention_card.h"

#include <QCoreApplication>

namespace crema::codec {
namespace {

constexpr qsizetype maxFields = 1'000;

QString unknownWord()
{
    return QCoreApplication::translate("crema::AttentionCard", "This word is not known here.");
}

QJsonValue subjectToJson(const SubjectRef &subject)
{
    if (subject.id.isNull())
        return {};
    return QJsonObject{{QStringLiteral("id"), subject.id.toString(QUuid::WithoutBraces)},
                       {QStringLiteral("type"), subject.type}};
}

SubjectRef readSubject(JsonFields &fields)
{
    const auto object = fields.optionalObject(QStringLiteral("subject"));
    if (!object)
        return {};
    JsonFields inner(*object, QStringLiteral("subject."));
    const SubjectRef subject{inner.text(QStringLiteral("type"), 1, 40), inner.uuid(QStringLiteral("id"))};
    fields.add(inner.problems());
    return subject;
}

QJsonObject fieldToJson(const CardField &field)
{
    QJsonObject object = fieldConflictToJson(field.conflict);
    QJsonValue settled;
    if (field.settled) {
        settled = QJsonObject{{QStringLiteral("keep"), keepText(field.settled->keep)},
                              {QStringLiteral("seen"), field.settled->seen},
                              {QStringLiteral("value"), field.settled->value}};
    }
    object.insert(QStringLiteral("settled"), settled);
    return object;
}

std::optional<FieldSettlement> readFieldSettlement(JsonFields &fields)
{
    const auto object = fields.optionalObject(QStringLiteral("settled"));
    if (!object)
        return std::nullopt;
    JsonFields inner(*object, fields.path() + QStringLiteral("settled."));
    const auto keep = keepFromText(inner.text(QStringLiteral("keep"), 1, 20));
    if (!keep)
        inner.add(QStringLiteral("keep"), unknownWord());
    fields.add(inner.problems());
    return FieldSettlement{keep.value_or(Keep::Theirs), object->value(QStringLiteral("seen")),
                           object->value(QStringLiteral("value"))};
}

QList<CardField> readFields(JsonFields &fields)
{
    QList<CardField> result;
    const QJsonArray array = fields.array(QStringLiteral("fields"), maxFields);
    for (const QJsonValue &value : array) {
        JsonFields inner(value.toObject(), QStringLiteral("fields."));
        FieldConflict conflict = readFieldConflict(inner);
        result.append({conflict, readFieldSettlement(inner)});
        fields.add(inner.problems());
    }
    return result;
}

QJsonValue settlementToJson(const std::optional<CardSettlement> &settled)
{
    if (!settled)
        return {};
    return QJsonObject{{QStringLiteral("at"), settled->at.toString()},
                       {QStringLiteral("decision"), decisionText(settled->decision)},
                       {QStringLiteral("operation"), settled->operation.toString()},
                       {QStringLiteral("person"), optionalId(settled->person)}};
}

std::optional<CardSettlement> readSettlement(JsonFields &fields)
{
    const auto object = fields.optionalObject(QStringLiteral("settled"));
    if (!object)
        return std::nullopt;
    JsonFields inner(*object, QStringLiteral("settled."));
    const auto decision = decisionFromText(inner.text(QStringLiteral("decision"), 1, 20));
    if (!decision)
        inner.add(QStringLiteral("decision"), unknownWord());
    const CardSettlement settled{
        decision.value_or(Decision::SetAside), inner.id<OperationId>(QStringLiteral("operation")),
        inner.optionalId<PersonId>(QStringLiteral("person")), inner.time(QStringLiteral("at"))};
    fields.add(inner.problems());
    return settled;
}

} // namespace

QJsonObject toJson(const AttentionCard &card)
{
    QJsonArray fields;
    for (const CardField &field : card.fields)
        fields.append(fieldToJson(field));
    return {{QStringLiteral("device"), card.device.toString()},
            {QStringLiteral("epoch"), qint64(card.epoch)},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("id"), card.id.toString()},
            {QStringLiteral("location"), optionalId(card.location)},
            {QStringLiteral("occurred_at"), card.occurredAt.toString()},
            {QStringLiteral("operation"), card.operation ? QJsonValue(*card.operation) : QJsonValue()},
            {QStringLiteral("operation_type"), card.operationType},
            {QStringLiteral("outcome"), outcomeText(card.outcome)},
            {QStringLiteral("person"), optionalId(card.person)},
            {QStringLiteral("problem"), card.problem ? QJsonValue(problemToJson(*card.problem)) : QJsonValue()},
            {QStringLiteral("sequence"), qint64(card.sequence)},
            {QStringLiteral("settled"), settlementToJson(card.settled)},
            {QStringLiteral("subject"), subjectToJson(card.subject)}};
}

Result<AttentionCard> readAttentionCard(const QJsonObject &json)
{
    JsonFields fields(json);
    AttentionCard card;
    card.id = fields.id<CardId>(QStringLiteral("id"));
    const auto outcome = outcomeFromText(fields.text(QStringLiteral("outcome"), 1, 40));
    if (!outcome)
        fields.add(QStringLiteral("outcome"), unknownWord());
    card.outcome = outcome.value_or(Outcome::Refused);
    card.operationType = fields.text(QStringLiteral("operation_type"), 0, 60);
    card.subject = readSubject(fields);
    card.device = fields.id<DeviceId>(QStringLiteral("device"));
    card.epoch = fields.integer(QStringLiteral("epoch"), 1, json::maxInteger);
    card.sequence = fields.integer(QStringLiteral("sequence"), 1, json::maxInteger);
    card.person = fields.optionalId<PersonId>(QStringLiteral("person"));
    card.location = fields.optionalId<LocationId>(QStringLiteral("location"));
    card.occurredAt = fields.time(QStringLiteral("occurred_at"));
    if (const auto problem = fields.optionalObject(QStringLiteral("problem")))
        card.problem = problemFromJson(*problem);
    card.fields = readFields(fields);
    card.operation = fields.optionalObject(QStringLiteral("operation"));
    card.settled = readSettlement(fields);
    return fields.result(card, QStringLiteral("entity.malformed"));
}

} // namespace crema::codec
