// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/audit_records.h"

#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/people/permission.h"

#include <QJsonArray>

namespace crema::platform {
namespace {

/// `{"role":{"from":…,"to":…},"pin":"set"}`.
QList<AuditChange> changesIn(const QJsonObject &fields)
{
    QList<AuditChange> changes;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonObject change = field->toObject();
        if (!field->isObject())
            changes.append({field.key(), QJsonValue(QJsonValue::Undefined), *field});
        else if (change.value(QStringLiteral("from")) != change.value(QStringLiteral("to")))
            changes.append({field.key(), change.value(QStringLiteral("from")), change.value(QStringLiteral("to"))});
    }
    return changes;
}

/// What of a list was taken away, and what was put in.
QList<AuditChange> changesInSets(const QJsonObject &sets)
{
    QList<AuditChange> changes;
    for (auto set = sets.begin(); set != sets.end(); ++set) {
        const QJsonObject change = set->toObject();
        changes.append({set.key(), change.value(QStringLiteral("remove")).toArray(),
                        change.value(QStringLiteral("add")).toArray()});
    }
    return changes;
}

bool isNothing(const QJsonValue &value)
{
    const bool isEmptyList = value.isArray() && value.toArray().isEmpty();
    return value.isNull() || value.isUndefined() || value == QJsonValue(QString()) || value == QJsonValue(false) ||
           isEmptyList;
}

/// What somebody gave to what they made; before there was nothing.
QList<AuditChange> valuesIn(const QJsonObject &body)
{
    QList<AuditChange> changes;
    for (auto value = body.begin(); value != body.end(); ++value) {
        if (!isNothing(*value))
            changes.append({value.key(), QJsonValue(QJsonValue::Null), *value});
    }
    return changes;
}

QList<AuditChange> changesOf(const QJsonObject &document, const QString &action, const QByteArray &payload)
{
    const bool isCreation = action.endsWith(QLatin1String(".create"));
    if (payload.isEmpty()) {
        QList<AuditChange> changes = changesIn(document.value(QStringLiteral("changes")).toObject());
        for (AuditChange &change : changes) {
            if (isCreation && change.from.isUndefined())
                change.from = QJsonValue(QJsonValue::Null);
        }
        return changes;
    }
    const Result<Operation> operation = readOperation(payload);
    if (!operation || isErasedMark(*operation))
        return {};
    if (isCreation)
        return valuesIn(operation->body);
    return changesIn(operation->body.value(QStringLiteral("fields")).toObject()) +
           changesInSets(operation->body.value(QStringLiteral("sets")).toObject());
}

/// The null id names the platform itself, and what is no entity.
QUuid idOf(const Rows &rows, int row, int column)
{
    return QUuid::fromString(rows.text(row, column));
}

AuditRecord readRecord(const Rows &rows, int row)
{
    const QJsonObject entry = rows.json(row, 8);
    const QJsonObject document = entry.value(QStringLiteral("document")).toObject();
    AuditRecord record;
    record.chain = idOf(rows, row, 0);
    record.number = rows.number(row, 1);
    record.at = UtcTime(rows.number(row, 2));
    if (const auto actor = rows.optionalUuid(row, 3))
        record.actor = PersonId(*actor);
    record.actorName = record.actor ? rows.text(row, 4) : entry.value(QStringLiteral("system_user")).toString();
    record.action = rows.text(row, 5);
    record.subject = {rows.text(row, 6), idOf(rows, row, 7)};
    record.deviceName = rows.text(row, 9);
    record.subjectName = rows.text(row, 10);
    record.approverName = rows.text(row, 11);
    record.outcome = document.value(QStringLiteral("outcome")).toString();
    // Entries of before have none.
    const QUuid requestId = QUuid::fromString(entry.value(QStringLiteral("request_id")).toString());
    record.requestId = requestId.isNull() ? std::nullopt : std::optional(requestId);
    record.changes = changesOf(document, record.action, rows.isNull(row, 12) ? QByteArray() : rows.bytes(row, 12));
    return record;
}

std::optional<QStringList> textsOf(const QList<LocationId> &places)
{
    if (places.isEmpty())
        return std::nullopt;
    QStringList texts;
    for (const LocationId &place : places)
        texts.append(place.toString());
    return texts;
}

} // namespace

AuditPage listAuditRecords(Transaction &transaction, const AuditFilter &filter, const QList<LocationId> &places)
{
    const auto before = filter.before.value_or(AuditPlace());
    // One more than asked for says whether there are older ones.
    const Rows rows = transaction.run("identity/list_audit_records",
                                      {filter.actor, filter.device, filter.subject, filter.action, filter.from,
                                       filter.until, filter.before ? std::optional(before.at) : std::nullopt,
                                       before.chain, before.number, textsOf(places), filter.limit + 1});
    AuditPage page;
    for (int row = 0; row < std::min(rows.count(), filter.limit); ++row)
        page.records.append(readRecord(rows, row));
    if (rows.count() > filter.limit) {
        const AuditRecord &last = page.records.last();
        page.next = AuditPlace{last.at, last.chain, last.number};
    }
    return page;
}

void hideCosts(AuditPage &page)
{
    for (AuditRecord &record : page.records) {
        for (AuditChange &change : record.changes) {
            if (permissionsForField(record.subject.type, change.field).contains(Permission::CatalogCosts))
                change = {change.field, QJsonValue(QJsonValue::Undefined), QStringLiteral("hidden")};
        }
    }
}

} // namespace crema::platform
