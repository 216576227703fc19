// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/resolution.h"

#include "models/base/json_fields.h"
#include "models/operations/edit.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"

#include <QCoreApplication>

namespace crema {
namespace {

const QString fieldsName = QStringLiteral("fields");
const QString toName = QStringLiteral("to");

FieldDecision readField(JsonFields &fields, const QString &name, const QJsonObject &object)
{
    JsonFields inner(object, QStringLiteral("fields.%1.").arg(name));
    const auto keep = keepFromText(inner.text(QStringLiteral("keep"), 1, 20));
    const bool isWhole = object.contains(QStringLiteral("from")) && object.contains(toName);
    if (!keep || !isWhole) {
        inner.add(QStringLiteral("keep"),
                  QCoreApplication::translate("crema::Resolution", "A decision names what is kept, the value that "
                                                                   "was seen and the value that shall stand."));
    }
    fields.add(inner.problems());
    return {keep.value_or(Keep::Theirs), object.value(QStringLiteral("from")), object.value(toName)};
}

bool isEdit(const Operation &operation)
{
    return operation.type.endsWith(QLatin1String(".edit"));
}

} // namespace

QJsonObject resolutionToJson(const Resolution &resolution)
{
    QJsonObject fields;
    for (auto it = resolution.fields.begin(); it != resolution.fields.end(); ++it) {
        fields.insert(it.key(), QJsonObject{{QStringLiteral("from"), it->from},
                                            {QStringLiteral("keep"), keepText(it->keep)},
                                            {toName, it->to}});
    }
    return {{QStringLiteral("decision"), decisionText(resolution.decision)}, {fieldsName, fields}};
}

Result<Resolution> readResolution(const QJsonObject &body)
{
    JsonFields fields(body);
    Resolution resolution;
    const auto decision = decisionFromText(fields.text(QStringLiteral("decision"), 1, 20));
    if (!decision) {
        fields.add(QStringLiteral("decision"),
                   QCoreApplication::translate("crema::Resolution", "This decision is not known here."));
    }
    resolution.decision = decision.value_or(Decision::SetAside);
    const QJsonObject members = fields.optionalObject(fieldsName).value_or(QJsonObject());
    for (auto it = members.begin(); it != members.end(); ++it)
        resolution.fields.insert(it.key(), readField(fields, it.key(), it.value().toObject()));
    if (resolution.decision == Decision::Fields && resolution.fields.isEmpty())
        fields.add(fieldsName, QCoreApplication::translate("crema::Resolution", "A decision is about a field."));
    return fields.result(resolution, QStringLiteral("operation.malformed"));
}

bool takesBack(const Resolution &reopen, const CardField &field)
{
    if (!field.settled || reopen.fields.isEmpty())
        return field.settled.has_value();
    const auto own = reopen.fields.constFind(field.conflict.field);
    return own != reopen.fields.constEnd() && own->keep == field.settled->keep &&
           (own->keep == Keep::Theirs || own->to == field.settled->value);
}

Problem decidedByAnother()
{
    return {ProblemKind::Conflict,
            QStringLiteral("attention.settled"),
            QCoreApplication::translate("crema::Attention", "Somebody else has decided this already."),
            QCoreApplication::translate("crema::Attention",
                                        "Look at what it is now, and change it there if it has to be otherwise."),
            {}};
}

Permission permissionToResolve(const AttentionCard &card)
{
    if (operation::isFact(card.operationType))
        return Permission::ReviewsResolve;
    return permissionForOperation(card.operationType).value_or(Permission::ReviewsResolve);
}

QStringList fieldsSetBy(const Operation &operation, const AttentionCard *named)
{
    if (isEdit(operation))
        return changedFields(operation.body);
    const Result<Resolution> resolution = named ? readResolution(operation.body) : Result<Resolution>(Resolution());
    if (!named || !resolution)
        return {};
    if (resolution->decision == Decision::Retry && named->operation) {
        const Result<Operation> again = operationFromJson(*named->operation);
        return again ? fieldsSetBy(*again, nullptr) : QStringList();
    }
    QStringList fields;
    if (resolution->decision == Decision::Reopen) {
        // What was taken back is open again; what was kept as theirs was not set by it.
        for (const CardField &field : named->fields) {
            const auto own = resolution->fields.constFind(field.conflict.field);
            const bool isSet = own != resolution->fields.constEnd() && own->keep != Keep::Theirs;
            if (!field.settled && (resolution->fields.isEmpty() || isSet))
                fields.append(field.conflict.field);
        }
        return fields;
    }
    for (auto it = resolution->fields.begin(); it != resolution->fields.end(); ++it) {
        if (it->keep != Keep::Theirs)
            fields.append(it.key());
    }
    return fields;
}

Operation corrected(Operation operation, const QMap<QString, FieldDecision> &fields)
{
    QJsonObject values = isEdit(operation) ? operation.body.value(fieldsName).toObject() : operation.body;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (!values.contains(it.key()))
            continue;
        if (isEdit(operation)) {
            QJsonObject change = values.value(it.key()).toObject();
            change.insert(toName, it->to);
            values.insert(it.key(), change);
        } else {
            values.insert(it.key(), it->to);
        }
    }
    if (isEdit(operation))
        operation.body.insert(fieldsName, values);
    else
        operation.body = values;
    return operation;
}

std::optional<Operation> withoutConflicts(Operation operation, const QList<FieldConflict> &conflicts)
{
    QJsonObject fields = operation.body.value(fieldsName).toObject();
    for (const FieldConflict &conflict : conflicts)
        fields.remove(conflict.field);
    operation.body.insert(fieldsName, fields);
    const bool setsNone = isEdit(operation) ? changedFields(operation.body).isEmpty() : fields.isEmpty();
    if (setsNone && operation.body.value(QStringLiteral("sets")).toObject().isEmpty())
        return std::nullopt;
    return operation;
}

} // namespace crema
