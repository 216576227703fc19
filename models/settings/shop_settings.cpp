// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/shop_settings.h"

#include "models/base/enum_names.h"
#include "models/base/json_fields.h"
#include "models/feed/json_values.h"

#include <algorithm>

namespace crema {
namespace {

constexpr qsizetype longestKey = 80;
constexpr qsizetype mostChanges = 10'000;

constexpr EnumName<SettingOrigin> originNames[] = {
    {SettingOrigin::Usual, u"default"}, {SettingOrigin::Company, u"company"}, {SettingOrigin::Location, u"location"}};

QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue() : value;
}

} // namespace

void ShopSettings::change(const SettingChange &change)
{
    if (orNull(values.value(change.key)) == change.to)
        return;
    values.insert(change.key, change.to);
    changes.append(change);
    const auto isOfKey = [&](const SettingChange &other) { return other.key == change.key; };
    if (std::ranges::count_if(changes, isOfKey) > mostChangesOfKey)
        changes.erase(std::ranges::find_if(changes, isOfKey));
}

const SettingChange *ShopSettings::lastChange(QStringView key) const
{
    const auto last =
        std::find_if(changes.rbegin(), changes.rend(), [&](const SettingChange &change) { return change.key == key; });
    return last == changes.rend() ? nullptr : &*last;
}

QString settingOriginText(SettingOrigin origin)
{
    return enumText(originNames, origin);
}

SettingValues::SettingValues(const std::optional<ShopSettings> &company, const std::optional<ShopSettings> &location)
{
    if (company)
        take(*company, SettingOrigin::Company);
    if (location)
        take(*location, SettingOrigin::Location);
}

void SettingValues::take(const ShopSettings &settings, SettingOrigin origin)
{
    for (const Setting &setting : allSettings()) {
        const QString key = setting.key.toString();
        const QJsonValue value = settings.values.value(key);
        const bool isItsPlace = origin == SettingOrigin::Company || setting.reach == SettingReach::Location;
        if (value.isUndefined() || value.isNull() || !isItsPlace)
            continue;
        if (!checkSetting(setting, value)) {
            m_tookNone.append(key);
            continue;
        }
        m_values.insert(key, value);
        m_origins.insert(key, origin);
    }
}

QJsonValue SettingValues::value(QStringView key) const
{
    const QJsonValue set = m_values.value(key);
    if (!set.isUndefined())
        return set;
    const Setting *setting = findSetting(key);
    return setting ? usualValue(*setting) : QJsonValue();
}

std::int64_t SettingValues::number(QStringView key) const
{
    return value(key).toInteger();
}

bool SettingValues::isOn(QStringView key) const
{
    return value(key).toBool();
}

QString SettingValues::text(QStringView key) const
{
    return value(key).toString();
}

SettingOrigin SettingValues::origin(QStringView key) const
{
    return m_origins.value(key.toString(), SettingOrigin::Usual);
}

namespace codec {
namespace {

QJsonObject changeToJson(const SettingChange &change)
{
    return {{QStringLiteral("at"), change.at.toString()},
            {QStringLiteral("by"), optionalId(change.by)},
            {QStringLiteral("from"), change.from},
            {QStringLiteral("key"), change.key},
            {QStringLiteral("operation"), change.operation.toString()},
            {QStringLiteral("to"), change.to}};
}

SettingChange readChange(JsonFields &fields)
{
    SettingChange change;
    change.key = fields.text(QStringLiteral("key"), 1, longestKey);
    change.from = orNull(fields.json().value(QStringLiteral("from")));
    change.to = orNull(fields.json().value(QStringLiteral("to")));
    change.by = fields.optionalId<PersonId>(QStringLiteral("by"));
    change.at = fields.time(QStringLiteral("at"));
    change.operation = fields.id<OperationId>(QStringLiteral("operation"));
    return change;
}

} // namespace

QJsonObject toJson(const ShopSettings &settings)
{
    QJsonArray changes;
    for (const SettingChange &change : settings.changes)
        changes.append(changeToJson(change));
    QJsonObject json = settings.values;
    json.insert(QStringLiteral("changes"), changes);
    json.insert(QStringLiteral("id"), settings.id.toString());
    json.insert(QStringLiteral("location"), optionalId(settings.location));
    return json;
}

Result<ShopSettings> readShopSettings(const QJsonObject &json)
{
    JsonFields fields(json);
    ShopSettings settings;
    settings.id = fields.id<PlaceId>(QStringLiteral("id"));
    settings.location = fields.optionalId<LocationId>(QStringLiteral("location"));
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (member.key().contains(u'.'))
            settings.values.insert(member.key(), member.value());
    }
    const QJsonArray changes = fields.array(QStringLiteral("changes"), mostChanges);
    for (const QJsonValue &value : changes) {
        JsonFields inner(value.toObject(), QStringLiteral("changes."));
        settings.changes.append(readChange(inner));
        fields.add(inner.problems());
    }
    return fields.result(settings, QStringLiteral("entity.malformed"));
}

} // namespace codec
} // namespace crema
