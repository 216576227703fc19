// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/edit.h"

#include "models/base/json_fields.h"
#include "models/base/planted.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

const QString fieldsName = QStringLiteral("fields");
const QString setsName = QStringLiteral("sets");
constexpr qsizetype maxSetSize = 1'000;

/// What is not there is null in an edit: JSON has no other word for it.
QJsonValue valueIn(const QJsonObject &entity, const QString &field)
{
    const QJsonValue value = entity.value(field);
    return value.isUndefined() ? QJsonValue() : value;
}

QString notEditable()
{
    return QCoreApplication::translate("crema::Edit", "This field cannot be edited.");
}

void readFields(JsonFields &fields, const EditableFields &allowed, Edit &edit)
{
    const QJsonObject members = fields.optionalObject(fieldsName).value_or(QJsonObject());
    for (auto it = members.begin(); it != members.end(); ++it) {
        const QJsonObject change = it.value().toObject();
        if (!allowed.fields.contains(it.key()))
            fields.add(QStringLiteral("fields.") + it.key(), notEditable());
        else if (!change.contains(QStringLiteral("from")) || !change.contains(QStringLiteral("to")))
            fields.add(QStringLiteral("fields.") + it.key(),
                       QCoreApplication::translate("crema::Edit", "An edit names the value before and after."));
        edit.fields.insert(it.key(), {change.value(QStringLiteral("from")), change.value(QStringLiteral("to"))});
    }
}

void readSets(JsonFields &fields, const EditableFields &allowed, Edit &edit)
{
    const QJsonObject members = fields.optionalObject(setsName).value_or(QJsonObject());
    for (auto it = members.begin(); it != members.end(); ++it) {
        JsonFields inner(it.value().toObject(), QStringLiteral("sets.") + it.key() + u'.');
        if (!allowed.sets.contains(it.key()))
            fields.add(QStringLiteral("sets.") + it.key(), notEditable());
        edit.sets.insert(it.key(), {QJsonArray::fromStringList(inner.texts(QStringLiteral("add"), maxSetSize)),
                                    QJsonArray::fromStringList(inner.texts(QStringLiteral("remove"), maxSetSize))});
        fields.add(inner.problems());
    }
}

QJsonArray merged(const QJsonArray &current, const SetEdit &edit)
{
    QJsonArray result;
    for (const QJsonValue &value : current) {
        if (!edit.remove.contains(value))
            result.append(value);
    }
    for (const QJsonValue &value : edit.add) {
        if (!result.contains(value))
            result.append(value);
    }
    return result;
}

QJsonArray missingIn(const QJsonArray &some, const QJsonArray &others)
{
    QJsonArray result;
    for (const QJsonValue &value : some) {
        if (!others.contains(value))
            result.append(value);
    }
    return result;
}

bool agrees(const QString &field, const FieldEdit &edit, const QJsonObject &current, const EditableFields &allowed,
            MergeMode mode)
{
    const QJsonValue present = valueIn(current, field);
    const bool isSilent = mode == MergeMode::Replay && !allowed.neverSilent.contains(field);
    return isSilent || present == edit.from || present == edit.to;
}

} // namespace

QJsonObject editToJson(const Edit &edit)
{
    QJsonObject fields;
    for (auto it = edit.fields.begin(); it != edit.fields.end(); ++it)
        fields.insert(it.key(), QJsonObject{{QStringLiteral("from"), it->from}, {QStringLiteral("to"), it->to}});
    QJsonObject sets;
    for (auto it = edit.sets.begin(); it != edit.sets.end(); ++it)
        sets.insert(it.key(), QJsonObject{{QStringLiteral("add"), it->add}, {QStringLiteral("remove"), it->remove}});
    return {{fieldsName, fields}, {setsName, sets}};
}

Result<Edit> readEdit(const QJsonObject &body, const EditableFields &allowed)
{
    JsonFields fields(body);
    Edit edit;
    readFields(fields, allowed, edit);
    readSets(fields, allowed, edit);
    if (edit.isEmpty())
        fields.add(fieldsName, QCoreApplication::translate("crema::Edit", "An edit changes at least one field."));
    return fields.result(edit, QStringLiteral("operation.malformed"));
}

Edit editBetween(const QJsonObject &before, const QJsonObject &after, const EditableFields &allowed)
{
    Edit edit;
    for (const QString &field : allowed.fields) {
        const QJsonValue from = valueIn(before, field);
        const QJsonValue to = valueIn(after, field);
        if (from != to)
            edit.fields.insert(field, {from, to});
    }
    for (const QString &set : allowed.sets) {
        const QJsonArray old = before.value(set).toArray();
        const QJsonArray now = after.value(set).toArray();
        const SetEdit change{missingIn(now, old), missingIn(old, now)};
        if (!change.add.isEmpty() || !change.remove.isEmpty())
            edit.sets.insert(set, change);
    }
    return edit;
}

Edit withWhatBelongs(Edit edit, const QJsonObject &before, const EditableFields &allowed)
{
    const bool isTouched =
        std::ranges::any_of(allowed.together, [&](const QString &field) { return edit.fields.contains(field); });
    if (!isTouched)
        return edit;
    for (const QString &field : allowed.together) {
        if (!edit.fields.contains(field))
            edit.fields.insert(field, {valueIn(before, field), valueIn(before, field)});
    }
    return edit;
}

QStringList changedFields(const QJsonObject &body)
{
    const QJsonObject fields = body.value(fieldsName).toObject();
    QStringList names;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonObject change = it.value().toObject();
        const bool isSeenOnly = change.contains(QStringLiteral("to")) &&
                                change.value(QStringLiteral("from")) == change.value(QStringLiteral("to"));
        if (!isSeenOnly)
            names.append(it.key());
    }
    return names;
}

MergeResult mergeEdit(const QJsonObject &current, const Edit &edit, const EditableFields &allowed, MergeMode mode)
{
    MergeResult result{current, {}};
    const bool isSplit =
        !CREMA_PLANTED(MixesRights) && std::ranges::any_of(allowed.together, [&](const QString &field) {
            const auto named = edit.fields.constFind(field);
            return named != edit.fields.constEnd() && !agrees(field, *named, current, allowed, mode);
        });
    for (auto it = edit.fields.begin(); it != edit.fields.end(); ++it) {
        const QJsonValue present = valueIn(current, it.key());
        const bool isHeldBack = isSplit && present != it->to && allowed.together.contains(it.key());
        if (!isHeldBack && agrees(it.key(), *it, current, allowed, mode))
            result.entity.insert(it.key(), it->to);
        else
            result.conflicts.append({it.key(), it->from, it->to, present});
    }
    for (auto it = edit.sets.begin(); it != edit.sets.end(); ++it)
        result.entity.insert(it.key(), merged(current.value(it.key()).toArray(), it.value()));
    return result;
}

} // namespace crema
