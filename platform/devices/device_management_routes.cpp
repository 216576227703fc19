// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/device_management_routes.h"

#include "models/base/json_fields.h"
#include "models/people/permission.h"
#include "platform/company/stored_reference.h"
#include "platform/devices/enrolment.h"
#include "platform/devices/listed_device.h"
#include "platform/http/json_body.h"
#include "platform/identity/asker.h"
#include "platform/identity/sessions.h"
#include "platform/sync/feed_writer.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::DeviceManagement", text);
}

struct RevocationBody {
    ShutOutReason reason = ShutOutReason::Lost;
    bool isThis = false; ///< whoever asks means the device that they ask from
};

Result<RevocationBody> readRevocation(const QJsonObject &json)
{
    JsonFields fields(json);
    const auto reason = shutOutReasonFromText(fields.text(QStringLiteral("reason"), 1, 40));
    if (!reason)
        fields.add(QStringLiteral("reason"), tr("Use lost, stolen, broken, sold or unused."));
    const bool isThis = fields.booleanOr(QStringLiteral("this_device"), false);
    return fields.result(RevocationBody{reason.value_or(ShutOutReason::Lost), isThis},
                         QStringLiteral("request.malformed"));
}

Result<QString> readText(const QJsonObject &json, const QString &name)
{
    JsonFields fields(json);
    const QString text = fields.text(name, 0, 1000);
    return fields.result(text, QStringLiteral("request.malformed"));
}

struct MoveBody {
    QString location;     ///< its id or code
    QString registerCode; ///< empty: the first that is free
};

Result<MoveBody> readMove(const QJsonObject &json)
{
    JsonFields fields(json);
    const MoveBody body{fields.text(QStringLiteral("location"), 1, 40),
                        fields.optionalText(QStringLiteral("register"), 40).value_or(QString())};
    return fields.result(body, QStringLiteral("request.malformed"));
}

Problem notForYou()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("devices.not_allowed"),
            tr("Only who manages devices may do this."),
            tr("Ask a manager of this location."),
            {}};
}

Problem isThisDevice()
{
    return {ProblemKind::Conflict,
            QStringLiteral("device.is_this"),
            tr("This is the device that you are at: it would be out at once."),
            tr("Say that this one is meant, or do it from another device."),
            {}};
}

Problem unknownLocation(const QString &text)
{
    return {ProblemKind::NotFound,
            QStringLiteral("location.unknown"),
            tr("There is no location %1 where you manage devices.").arg(text),
            tr("Use the code of a shop or warehouse."),
            {}};
}

std::optional<Location> locationOf(Transaction &transaction, const QString &text)
{
    if (const auto id = LocationId::fromString(text)) {
        const Rows rows = transaction.run("company/load_location", {*id});
        return rows.isEmpty() ? std::nullopt : std::optional(loadLocation(transaction, *id));
    }
    return findLocation(transaction, text);
}

/// The null id, which no device has, for what is none.
DeviceId deviceIn(const http::Request &request)
{
    return DeviceId::fromString(request.parameter(u"id")).value_or(DeviceId());
}

class DeviceManagementRoutes
{
public:
    explicit DeviceManagementRoutes(DomainCore &core) : m_core(core) {}

    http::Response giveEnrolCode(const http::Request &request, const http::Context &context)
    {
        const Result<DeviceSteward> steward = stewardOf(request, context);
        if (!steward)
            return http::Response::problem(steward.error());
        const auto place = http::readJson(request).and_then(
            [](const QJsonObject &json) { return readText(json, QStringLiteral("location")); });
        if (!place)
            return http::Response::problem(place.error());
        return retrying([&] {
            const auto connection = m_core.pool.borrow();
            Transaction transaction(*connection);
            const std::optional<Location> location = locationOf(transaction, *place);
            if (!location || (!steward->places.isEmpty() && !steward->places.contains(location->id)))
                return http::Response::problem(unknownLocation(*place));
            const UtcTime now = m_core.clock.now();
            const DeviceCode code = makeEnrolCode(transaction, location->id, *steward->person, now, m_core.randomness);
            writeAudit(transaction, {{steward->chain,
                                      now,
                                      steward->person,
                                      QStringLiteral("device.enroll_code"),
                                      {QStringLiteral("location"), location->id.value()},
                                      std::nullopt,
                                      {{QStringLiteral("location"), location->code}},
                                      steward->request}});
            transaction.commit();
            QJsonObject json = codec::toJson(code);
            json.insert(QStringLiteral("location"), QJsonObject{{QStringLiteral("id"), location->id.toString()},
                                                                {QStringLiteral("code"), location->code},
                                                                {QStringLiteral("name"), location->name}});
            return http::Response::json(json);
        });
    }

    http::Response shutOut(const http::Request &request, const http::Context &context)
    {
        const Result<DeviceSteward> steward = stewardOf(request, context);
        if (!steward)
            return http::Response::problem(steward.error());
        const auto body = http::readJson(request).and_then(&readRevocation);
        if (!body)
            return http::Response::problem(body.error());
        const DeviceId device = deviceIn(request);
        if (device == *context.caller.deviceId && !body->isThis)
            return http::Response::problem(isThisDevice());
        const UtcTime now = m_core.clock.now();
        const auto connection = m_core.pool.borrow();
        const auto out = shutDeviceOut(*connection, device.toString(), now, *steward, body->reason);
        if (!out)
            return http::Response::problem(out.error());
        const ListedDevice &found = out->device;
        const ShutOut told = found.revokedAt ? ShutOut{*found.revokedAt, found.reason, out->stores}
                                             : ShutOut{now, body->reason, out->stores};
        return http::Response::json({{QStringLiteral("device"), device.toString()},
                                     {QStringLiteral("name"), found.name},
                                     {QStringLiteral("register"), found.registerText},
                                     {QStringLiteral("shut_out"), codec::toJson(told)}});
    }

    http::Response giveReadmissionCode(const http::Request &request, const http::Context &context)
    {
        const Result<DeviceSteward> steward = stewardOf(request, context);
        if (!steward)
            return http::Response::problem(steward.error());
        const auto connection = m_core.pool.borrow();
        const auto given = platform::giveReadmissionCode(*connection, deviceIn(request).toString(), m_core.clock.now(),
                                                         m_core.randomness, *steward);
        return given ? http::Response::json(codec::toJson(given->code)) : http::Response::problem(given.error());
    }

    http::Response rename(const http::Request &request, const http::Context &context)
    {
        const Result<DeviceSteward> steward = stewardOf(request, context);
        if (!steward)
            return http::Response::problem(steward.error());
        const auto name = http::readJson(request).and_then(
            [](const QJsonObject &json) { return readText(json, QStringLiteral("name")); });
        if (!name)
            return http::Response::problem(name.error());
        const DeviceId device = deviceIn(request);
        const auto connection = m_core.pool.borrow();
        const auto renamed = renameDevice(*connection, device, *name, m_core.clock.now(), *steward);
        if (!renamed)
            return http::Response::problem(renamed.error());
        m_core.events.publish("feed:" + audienceOf(renamed->location).toLatin1(), {{}, "changes", {}});
        return http::Response::json(
            {{QStringLiteral("device"), device.toString()}, {QStringLiteral("name"), renamed->name}});
    }

    http::Response move(const http::Request &request, const http::Context &context)
    {
        const Result<DeviceSteward> steward = stewardOf(request, context);
        if (!steward)
            return http::Response::problem(steward.error());
        const auto body = http::readJson(request).and_then(&readMove);
        if (!body)
            return http::Response::problem(body.error());
        const auto connection = m_core.pool.borrow();
        const auto location = retrying([&] {
            Transaction transaction(*connection);
            return locationOf(transaction, body->location);
        });
        if (!location || (!steward->places.isEmpty() && !steward->places.contains(location->id)))
            return http::Response::problem(unknownLocation(body->location));
        const DeviceId device = deviceIn(request);
        const auto moved = moveDevice(*connection, device, {*location, body->registerCode}, m_core.clock.now(),
                                      m_core.randomness, *steward);
        if (!moved)
            return http::Response::problem(moved.error());
        return http::Response::json(
            {{QStringLiteral("device"), device.toString()}, {QStringLiteral("location"), location->code}});
    }

private:
    /// An enrolment names a person too, who showed no password: only a sign-in does. What they may is read anew.
    Result<DeviceSteward> stewardOf(const http::Request &request, const http::Context &context)
    {
        if (!context.caller.sessionId)
            return failure(sessionEnded());
        const std::optional<Person> person = personNow(m_core, *context.caller.personId);
        const std::optional<Sight> sight = person ? sightOf(*person, context) : std::nullopt;
        if (!sight || !person->active || !person->may(Permission::DevicesManage))
            return failure(notForYou());
        return DeviceSteward{context.caller.deviceId->value(), person->id, sight->places, request.id};
    }

    DomainCore &m_core;
};

} // namespace

void addDeviceManagementRoutes(http::Router &router, DomainCore &core)
{
    const auto routes = std::make_shared<DeviceManagementRoutes>(core);
    const auto add = [&](const QString &name, const QString &path, auto handler) {
        const QString permission = permissionText(Permission::DevicesManage);
        router.add({name, http::Method::Post, path, http::Credential::Person, permission, -1},
                   guarded(core, [routes, handler](const http::Request &request, http::Context &context) {
                       return (*routes.*handler)(request, context);
                   }));
    };
    add(QStringLiteral("give_enrol_code"), QStringLiteral("/api/v1/devices/enrol-codes"),
        &DeviceManagementRoutes::giveEnrolCode);
    add(QStringLiteral("revoke_device"), QStringLiteral("/api/v1/devices/{id}/revoke"),
        &DeviceManagementRoutes::shutOut);
    add(QStringLiteral("give_readmission_code"), QStringLiteral("/api/v1/devices/{id}/readmission-codes"),
        &DeviceManagementRoutes::giveReadmissionCode);
    add(QStringLiteral("rename_device"), QStringLiteral("/api/v1/devices/{id}/rename"),
        &DeviceManagementRoutes::rename);
    add(QStringLiteral("move_device"), QStringLiteral("/api/v1/devices/{id}/move"), &DeviceManagementRoutes::move);
}

} // namespace crema::platform
