// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_fields.h"
#include "models/base/utc_time.h"
#include "models/customers/consent.h"
#include "models/money/money_json.h"
#include "models/people/permission.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

/// What the codecs share. A missing value is null on the wire, never left out.
namespace crema::codec {

template<class AnyId>
[[nodiscard]] QJsonValue optionalId(const std::optional<AnyId> &id)
{
    return id ? QJsonValue(id->toString()) : QJsonValue();
}

template<class AnyId>
[[nodiscard]] QJsonArray idArray(const QList<AnyId> &ids)
{
    QJsonArray array;
    for (const AnyId &id : ids)
        array.append(id.toString());
    return array;
}

/// A list of at most `maxCount` objects, each read by `readOne`; problems are left in `fields`, named by their place.
template<class Value>
[[nodiscard]] QList<Value> readList(JsonFields &fields, const QString &name, qsizetype maxCount,
                                    Value (*readOne)(JsonFields &))
{
    QList<Value> values;
    const QJsonArray array = fields.array(name, maxCount);
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonFields inner(array[i].toObject(), QStringLiteral("%1%2[%3].").arg(fields.path(), name).arg(i));
        values.append(readOne(inner));
        fields.add(inner.problems());
    }
    return values;
}

[[nodiscard]] QJsonArray permissionArray(const QList<Permission> &permissions);
/// Those that this version knows; problems are left in `fields`.
[[nodiscard]] QList<Permission> readPermissions(JsonFields &fields, const QString &name);

[[nodiscard]] QJsonObject consentObject(const Consent &consent);
/// Nothing where nobody said anything; problems are left in `fields`.
[[nodiscard]] std::optional<Consent> readConsent(JsonFields &fields, const QString &name);

[[nodiscard]] inline QJsonValue optionalMoney(const std::optional<Money> &money)
{
    return money ? QJsonValue(moneyToJson(*money)) : QJsonValue();
}

[[nodiscard]] inline QJsonValue optionalTime(const std::optional<UtcTime> &time)
{
    return time ? QJsonValue(time->toString()) : QJsonValue();
}

[[nodiscard]] inline QJsonValue optionalInteger(const std::optional<std::int64_t> &number)
{
    return number ? QJsonValue(qint64(*number)) : QJsonValue();
}

} // namespace crema::codec
