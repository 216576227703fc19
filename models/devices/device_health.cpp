// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/devices/device_health.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"

#include <limits>

namespace crema::codec {
namespace {

using namespace Qt::StringLiterals;

const QString malformed = QStringLiteral("health.malformed");
constexpr qsizetype maxDevices = 5'000;
constexpr int manyAddresses = 1'000;

QJsonValue orNull(std::optional<std::int64_t> number)
{
    return number ? QJsonValue(qint64(*number)) : QJsonValue(QJsonValue::Null);
}

std::int64_t count(JsonFields &fields, const QString &name)
{
    return fields.integer(name, 0, json::maxInteger);
}

std::optional<std::int64_t> optionalCount(JsonFields &fields, const QString &name)
{
    return fields.optionalInteger(name, 0, json::maxInteger);
}

QJsonObject knownMembers(const DeviceHealth &health)
{
    return {{u"addresses"_s, health.addresses},
            {u"boot"_s, health.boot.toString(QUuid::WithoutBraces)},
            {u"checked_ago_ms"_s, orNull(health.checkedAgoMs)},
            {u"clock_offset_ms"_s, qint64(health.clockOffsetMs)},
            {u"disk_is_low"_s, health.diskIsLow},
            {u"free_bytes"_s, orNull(health.freeBytes)},
            {u"longest_round_ms"_s, qint64(health.longestRoundMs)},
            {u"monotonic_ms"_s, qint64(health.monotonicMs)},
            {u"needs_attention"_s, qint64(health.needsAttention)},
            {u"oldest_waiting_ms"_s, orNull(health.oldestWaitingMs)},
            {u"open_breakers"_s, health.openBreakers},
            {u"refused"_s, qint64(health.refused)},
            {u"round_ms"_s, qint64(health.roundMs)},
            {u"rounds"_s, qint64(health.rounds)},
            {u"sent_ago_ms"_s, orNull(health.sentAgoMs)},
            {u"stopped_rounds"_s, qint64(health.stoppedRounds)},
            {u"store_bytes"_s, qint64(health.storeBytes)},
            {u"store_format"_s, health.storeFormat},
            {u"synced_ago_ms"_s, orNull(health.syncedAgoMs)},
            {u"version"_s, health.version},
            {u"waiting"_s, qint64(health.waiting)},
            {u"waiting_sales"_s, qint64(health.waitingSales)}};
}

QJsonObject withoutKnown(QJsonObject json)
{
    static const QStringList known = knownMembers({}).keys();
    for (const QString &name : known)
        json.remove(name);
    return json;
}

DeviceStanding readStanding(JsonFields &fields)
{
    DeviceStanding standing;
    standing.device = fields.id<DeviceId>(u"device"_s);
    standing.name = fields.text(u"name"_s, 0, 200);
    JsonFields location(fields.object(u"location"_s), fields.path() + u"location."_s);
    standing.location = location.id<LocationId>(u"id"_s);
    standing.locationCode = location.text(u"code"_s, 0, 40);
    standing.locationName = location.text(u"name"_s, 0, 200);
    fields.add(location.problems());
    standing.registerCode = fields.text(u"register"_s, 0, 40);
    standing.enrolledAt = fields.time(u"enrolled_at"_s);
    standing.heardAt = fields.optionalTime(u"heard_at"_s);
    if (const auto report = fields.optionalObject(u"health"_s)) {
        // What a later version tells in a form that this one cannot read is left out, not the device.
        if (const Result<DeviceHealth> health = readDeviceHealth(*report))
            standing.health = *health;
    }
    if (const auto out = fields.optionalObject(u"shut_out"_s)) {
        JsonFields shutOut(*out, fields.path() + u"shut_out."_s);
        standing.shutOut = readShutOut(shutOut);
        fields.add(shutOut.problems());
    }
    standing.movesTo = fields.optionalText(u"moves_to"_s, 200).value_or(QString());
    return standing;
}

} // namespace

QJsonObject toJson(const DeviceHealth &health)
{
    QJsonObject json = health.unknown;
    const QJsonObject known = knownMembers(health);
    for (auto member = known.begin(); member != known.end(); ++member)
        json.insert(member.key(), member.value());
    return json;
}

Result<DeviceHealth> readDeviceHealth(const QJsonObject &json)
{
    JsonFields fields(json);
    DeviceHealth health;
    health.boot = fields.uuid(u"boot"_s);
    health.monotonicMs = count(fields, u"monotonic_ms"_s);
    health.version = fields.text(u"version"_s, 1, 60);
    health.storeFormat = static_cast<int>(fields.integer(u"store_format"_s, 0, std::numeric_limits<int>::max()));
    health.waiting = count(fields, u"waiting"_s);
    health.waitingSales = count(fields, u"waiting_sales"_s);
    health.oldestWaitingMs = optionalCount(fields, u"oldest_waiting_ms"_s);
    health.needsAttention = count(fields, u"needs_attention"_s);
    health.refused = count(fields, u"refused"_s);
    health.sentAgoMs = optionalCount(fields, u"sent_ago_ms"_s);
    health.syncedAgoMs = optionalCount(fields, u"synced_ago_ms"_s);
    health.clockOffsetMs = fields.integer(u"clock_offset_ms"_s, -json::maxInteger, json::maxInteger);
    health.storeBytes = count(fields, u"store_bytes"_s);
    health.freeBytes = optionalCount(fields, u"free_bytes"_s);
    health.diskIsLow = fields.boolean(u"disk_is_low"_s);
    health.checkedAgoMs = optionalCount(fields, u"checked_ago_ms"_s);
    health.addresses = static_cast<int>(fields.integer(u"addresses"_s, 0, manyAddresses));
    health.openBreakers = static_cast<int>(fields.integer(u"open_breakers"_s, 0, manyAddresses));
    health.roundMs = count(fields, u"round_ms"_s);
    health.longestRoundMs = count(fields, u"longest_round_ms"_s);
    health.rounds = count(fields, u"rounds"_s);
    health.stoppedRounds = count(fields, u"stopped_rounds"_s);
    health.unknown = withoutKnown(json);
    return fields.result(health, malformed);
}

QJsonObject toJson(const DeviceStanding &standing)
{
    const QJsonValue heardAt =
        standing.heardAt ? QJsonValue(standing.heardAt->toString()) : QJsonValue(QJsonValue::Null);
    const QJsonValue health = standing.health ? QJsonValue(toJson(*standing.health)) : QJsonValue(QJsonValue::Null);
    const QJsonValue shutOut = standing.shutOut ? QJsonValue(toJson(*standing.shutOut)) : QJsonValue(QJsonValue::Null);
    const QJsonValue movesTo = standing.movesTo.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(standing.movesTo);
    return {{u"device"_s, standing.device.toString()},
            {u"enrolled_at"_s, standing.enrolledAt.toString()},
            {u"health"_s, health},
            {u"heard_at"_s, heardAt},
            {u"location"_s, QJsonObject{{u"code"_s, standing.locationCode},
                                        {u"id"_s, standing.location.toString()},
                                        {u"name"_s, standing.locationName}}},
            {u"moves_to"_s, movesTo},
            {u"name"_s, standing.name},
            {u"register"_s, standing.registerCode},
            {u"shut_out"_s, shutOut}};
}

QJsonObject toJson(const DeviceList &list)
{
    QJsonArray items;
    for (const DeviceStanding &standing : list.devices)
        items.append(toJson(standing));
    return {{u"at"_s, list.at.toString()},
            {u"items"_s, items},
            {u"of_device"_s, list.isOfDevice},
            {u"schema"_s, u"device-list/1"_s}};
}

Result<DeviceList> readDeviceList(const QJsonObject &json)
{
    JsonFields fields(json);
    DeviceList list{fields.time(u"at"_s), {}, json.value(u"of_device"_s).toBool(false)};
    const QJsonArray items = fields.array(u"items"_s, maxDevices);
    for (qsizetype index = 0; index < items.size(); ++index) {
        JsonFields item(items.at(index).toObject(), u"items[%1]."_s.arg(index));
        list.devices.append(readStanding(item));
        fields.add(item.problems());
    }
    return fields.result(list, malformed);
}

} // namespace crema::codec
