// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditing/audit_record.h"

#include "models/base/json.h"
#include "models/feed/json_values.h"

#include <QCoreApplication>

namespace crema::codec {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostChanges = 200;
constexpr qsizetype longestName = 1'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::Audit", text);
}

/// `2026-11-29T09:30:00.000Z/<chain>/<number>`.
QString placeText(const AuditPlace &place)
{
    return u"%1/%2/%3"_s.arg(place.at.toString(), place.chain.toString(QUuid::WithoutBraces),
                             QString::number(place.number));
}

std::optional<AuditPlace> placeFromText(const QString &text)
{
    const QStringList parts = text.split(u'/');
    if (parts.size() != 3)
        return std::nullopt;
    bool isNumber = false;
    const auto at = UtcTime::fromString(parts.at(0));
    const QUuid chain = QUuid::fromString(parts.at(1));
    const std::int64_t number = parts.at(2).toLongLong(&isNumber);
    if (!at || !isNumber || chain.toString(QUuid::WithoutBraces) != parts.at(1))
        return std::nullopt;
    return AuditPlace{*at, chain, number};
}

/// Reads the items of a query, and keeps what is wrong with them.
class FilterReader
{
public:
    explicit FilterReader(const QHash<QString, QString> &query) : m_query(query) {}

    /// Nothing when it is not asked for, or wrong.
    template<class Read>
    auto read(const QString &name, Read &&parse) -> decltype(parse(QString()))
    {
        const QString text = textOf(name);
        if (text.isEmpty())
            return std::nullopt;
        auto value = parse(text);
        if (!value)
            m_problems.add(name, tr("This cannot be read."));
        return value;
    }

    [[nodiscard]] QString textOf(const QString &name) const { return m_query.value(name); }

    JsonFields &problems() { return m_problems; }

private:
    const QHash<QString, QString> &m_query;
    JsonFields m_problems{QJsonObject()};
};

std::optional<QUuid> uuidOf(const QString &text)
{
    const QUuid id = QUuid::fromString(text);
    return id.toString(QUuid::WithoutBraces) == text ? std::optional(id) : std::nullopt;
}

std::optional<int> limitOf(const QString &text)
{
    bool isNumber = false;
    const int limit = text.toInt(&isNumber);
    return isNumber && limit >= 1 && limit <= AuditFilter::mostRecords ? std::optional(limit) : std::nullopt;
}

QJsonObject changeJson(const AuditChange &change)
{
    QJsonObject json{{u"field"_s, change.field}, {u"to"_s, change.to}};
    if (!change.from.isUndefined())
        json.insert(u"from"_s, change.from);
    return json;
}

QJsonObject recordJson(const AuditRecord &record)
{
    QJsonArray changes;
    for (const AuditChange &change : record.changes)
        changes.append(changeJson(change));
    return {{u"action"_s, record.action},
            {u"actor"_s, optionalId(record.actor)},
            {u"actor_name"_s, record.actorName},
            {u"approver_name"_s, record.approverName},
            {u"at"_s, record.at.toString()},
            {u"chain"_s, record.chain.toString(QUuid::WithoutBraces)},
            {u"changes"_s, changes},
            {u"device_name"_s, record.deviceName},
            {u"number"_s, qint64(record.number)},
            {u"outcome"_s, record.outcome},
            {u"request_id"_s, record.requestId ? QJsonValue(record.requestId->toString(QUuid::WithoutBraces))
                                               : QJsonValue(QJsonValue::Null)},
            {u"subject"_s, QJsonObject{{u"id"_s, record.subject.id.toString(QUuid::WithoutBraces)},
                                       {u"name"_s, record.subjectName},
                                       {u"type"_s, record.subject.type}}}};
}

QList<AuditChange> readChanges(JsonFields &fields)
{
    QList<AuditChange> changes;
    const QJsonArray array = fields.array(u"changes"_s, mostChanges);
    for (const QJsonValue &value : array) {
        const QJsonObject change = value.toObject();
        changes.append({change.value(u"field"_s).toString(), change.value(u"from"_s), change.value(u"to"_s)});
    }
    return changes;
}

/// The null id is one as well: of the platform itself, or of nothing in particular.
QUuid anyUuid(JsonFields &fields, const QString &name)
{
    const auto id = uuidOf(fields.text(name, 1, 36));
    if (!id)
        fields.add(name, tr("This is no id."));
    return id.value_or(QUuid());
}

AuditRecord readRecord(JsonFields &fields)
{
    AuditRecord record;
    record.chain = anyUuid(fields, u"chain"_s);
    record.number = fields.integer(u"number"_s, 1, json::maxInteger);
    record.deviceName = fields.text(u"device_name"_s, 0, longestName);
    record.at = fields.time(u"at"_s);
    record.actor = fields.optionalId<PersonId>(u"actor"_s);
    record.actorName = fields.text(u"actor_name"_s, 0, longestName);
    record.approverName = fields.text(u"approver_name"_s, 0, longestName);
    record.action = fields.text(u"action"_s, 1, longestName);
    record.outcome = fields.text(u"outcome"_s, 0, longestName);
    JsonFields subject(fields.object(u"subject"_s), fields.path() + u"subject."_s);
    record.subject = {subject.text(u"type"_s, 0, longestName), anyUuid(subject, u"id"_s)};
    record.subjectName = subject.text(u"name"_s, 0, longestName);
    record.changes = readChanges(fields);
    // A platform of before tells none.
    if (const auto requestId = fields.optionalText(u"request_id"_s, longestName))
        record.requestId = uuidOf(*requestId);
    fields.add(subject.problems());
    return record;
}

} // namespace

QUrlQuery toQuery(const AuditFilter &filter)
{
    QUrlQuery query;
    const auto add = [&](const QString &name, const QString &value) {
        // A plus would be read as a blank.
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    if (filter.actor)
        add(u"actor"_s, filter.actor->toString());
    if (filter.device)
        add(u"device"_s, filter.device->toString());
    if (filter.subject)
        add(u"subject"_s, filter.subject->toString(QUuid::WithoutBraces));
    if (!filter.action.isEmpty())
        add(u"action"_s, filter.action);
    if (filter.from)
        add(u"from"_s, filter.from->toString());
    if (filter.until)
        add(u"until"_s, filter.until->toString());
    if (filter.before)
        add(u"before"_s, placeText(*filter.before));
    add(u"limit"_s, QString::number(filter.limit));
    return query;
}

Result<AuditFilter> readAuditFilter(const QHash<QString, QString> &query)
{
    FilterReader reader(query);
    const auto time = [](const QString &text) { return UtcTime::fromString(text); };
    AuditFilter filter;
    filter.actor = reader.read(u"actor"_s, [](const QString &text) { return PersonId::fromString(text); });
    filter.device = reader.read(u"device"_s, [](const QString &text) { return DeviceId::fromString(text); });
    filter.subject = reader.read(u"subject"_s, &uuidOf);
    filter.action = reader.textOf(u"action"_s);
    filter.from = reader.read(u"from"_s, time);
    filter.until = reader.read(u"until"_s, time);
    filter.before = reader.read(u"before"_s, &placeFromText);
    filter.limit = reader.read(u"limit"_s, &limitOf).value_or(filter.limit);
    if (filter.action.size() > 100)
        reader.problems().add(u"action"_s, tr("This cannot be read."));
    return reader.problems().result(filter, u"request.malformed"_s);
}

QJsonObject toJson(const AuditPage &page)
{
    QJsonArray items;
    for (const AuditRecord &record : page.records)
        items.append(recordJson(record));
    const QJsonValue next = page.next ? QJsonValue(placeText(*page.next)) : QJsonValue(QJsonValue::Null);
    return {
        {u"items"_s, items}, {u"next"_s, next}, {u"of_device"_s, page.isOfDevice}, {u"schema"_s, u"audit-page/1"_s}};
}

Result<AuditPage> readAuditPage(const QJsonObject &json)
{
    JsonFields fields(json);
    AuditPage page;
    if (!fields.has(u"items"_s))
        fields.add(u"items"_s, tr("This cannot be read."));
    const QJsonArray items = fields.array(u"items"_s, AuditFilter::mostRecords);
    for (qsizetype index = 0; index < items.size(); ++index) {
        JsonFields item(items.at(index).toObject(), u"items[%1]."_s.arg(index));
        page.records.append(readRecord(item));
        fields.add(item.problems());
    }
    // A platform of before tells all.
    page.isOfDevice = json.value(u"of_device"_s).toBool(false);
    if (const auto next = fields.optionalText(u"next"_s))
        page.next = placeFromText(*next);
    return fields.result(page, u"network.unreadable"_s);
}

} // namespace crema::codec
