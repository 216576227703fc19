// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/acknowledgement.h"

#include "models/base/enum_names.h"
#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/base/problem_codec.h"

#include <QCoreApplication>

#include <array>

namespace crema {
namespace {

constexpr std::array outcomeNames{
    EnumName<Outcome>{Outcome::Applied, u"applied"},        EnumName<Outcome>{Outcome::Conflict, u"conflict"},
    EnumName<Outcome>{Outcome::Refused, u"refused"},        EnumName<Outcome>{Outcome::Waiting, u"waiting"},
    EnumName<Outcome>{Outcome::DeadLetter, u"dead_letter"},
};

QString malformed()
{
    return QCoreApplication::translate("crema::Acknowledgement",
                                       "The platform's answer holds a word this version does not know.");
}

QJsonArray conflictsToJson(const QList<FieldConflict> &conflicts)
{
    QJsonArray array;
    for (const FieldConflict &conflict : conflicts)
        array.append(fieldConflictToJson(conflict));
    return array;
}

QList<FieldConflict> readConflicts(JsonFields &fields)
{
    QList<FieldConflict> conflicts;
    const QJsonArray array = fields.array(QStringLiteral("conflicts"), 1'000);
    for (const QJsonValue &value : array) {
        JsonFields inner(value.toObject(), QStringLiteral("conflicts."));
        conflicts.append(readFieldConflict(inner));
        fields.add(inner.problems());
    }
    return conflicts;
}

} // namespace

QString outcomeText(Outcome outcome)
{
    return enumText(outcomeNames, outcome);
}

std::optional<Outcome> outcomeFromText(QStringView text)
{
    return enumFromText<Outcome>(outcomeNames, text);
}

QJsonObject acknowledgementToJson(const Acknowledgement &acknowledgement)
{
    QJsonArray waitingFor;
    for (const OperationId &id : acknowledgement.waitingFor)
        waitingFor.append(id.toString());
    const auto &ack = acknowledgement;
    return {{QStringLiteral("conflicts"), conflictsToJson(ack.conflicts)},
            {QStringLiteral("operation"), ack.operation.isNull() ? QJsonValue() : QJsonValue(ack.operation.toString())},
            {QStringLiteral("outcome"), outcomeText(ack.outcome)},
            {QStringLiteral("problem"), ack.problem ? QJsonValue(problemToJson(*ack.problem)) : QJsonValue()},
            {QStringLiteral("sequence"), qint64(ack.sequence)},
            {QStringLiteral("visible_at"), ack.visibleAt ? QJsonValue(ack.visibleAt->toString()) : QJsonValue()},
            {QStringLiteral("waiting_for"), waitingFor}};
}

Result<Acknowledgement> acknowledgementFromJson(const QJsonObject &object)
{
    JsonFields fields(object);
    Acknowledgement ack;
    ack.sequence = fields.integer(QStringLiteral("sequence"), 1, json::maxInteger);
    ack.operation = fields.optionalId<OperationId>(QStringLiteral("operation")).value_or(OperationId());
    const auto outcome = outcomeFromText(fields.text(QStringLiteral("outcome"), 1, 40));
    if (!outcome)
        fields.add(QStringLiteral("outcome"), malformed());
    ack.outcome = outcome.value_or(Outcome::Applied);
    if (const auto visibleAt = fields.optionalText(QStringLiteral("visible_at"), 60)) {
        ack.visibleAt = Cursor::fromString(*visibleAt);
        if (!ack.visibleAt)
            fields.add(QStringLiteral("visible_at"), malformed());
    }
    if (const auto problem = fields.optionalObject(QStringLiteral("problem")))
        ack.problem = problemFromJson(*problem);
    ack.conflicts = readConflicts(fields);
    ack.waitingFor = fields.ids<OperationId>(QStringLiteral("waiting_for"), 100);
    return fields.result(ack, QStringLiteral("acknowledgement.malformed"));
}

} // namespace crema
