// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/device_health_routes.h"

#include "models/people/permission.h"
#include "platform/base/metrics.h"
#include "platform/devices/arrived_stores.h"
#include "platform/devices/device_gauges.h"
#include "platform/http/json_body.h"
#include "platform/identity/asker.h"
#include "platform/sync/sync_storage.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

constexpr int mostDevices = 1'000;

Problem notAManager()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("devices.not_allowed"),
            QCoreApplication::translate("crema::platform::Devices", "Only who manages devices sees how they are."),
            QCoreApplication::translate("crema::platform::Devices", "Ask a manager of this location."),
            {}};
}

http::Response takeHealth(DomainCore &core, const http::Request &request, const http::Context &context)
{
    constexpr int flat = 4;
    const auto health = http::readJson(request, flat).and_then(&codec::readDeviceHealth);
    if (!health)
        return http::Response::problem(health.error());
    const UtcTime now = core.clock.now();
    core.sync.saveHealth(*context.caller.deviceId, *health, now);
    return http::Response::json({{QStringLiteral("heard_at"), now.toString()}});
}

/// Says of those that were shut out what is here of their work.
void addArrived(DomainCore &core, QList<DeviceStanding> &standings)
{
    QList<DeviceId> out;
    for (const DeviceStanding &standing : std::as_const(standings)) {
        if (standing.shutOut)
            out.append(standing.device);
    }
    if (out.isEmpty())
        return;
    const auto connection = core.pool.borrow();
    Transaction transaction(*connection);
    const QHash<DeviceId, QList<ArrivedStore>> arrived = arrivedStores(transaction, out);
    for (DeviceStanding &standing : standings) {
        if (standing.shutOut)
            standing.shutOut->stores = arrived.value(standing.device);
    }
}

http::Response listHealth(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const std::optional<Person> asker = askerOf(core, request, context);
    const auto sight = asker ? sightOf(*asker, context) : std::nullopt;
    if (!sight || !asker->may(Permission::DevicesManage))
        return http::Response::problem(notAManager());
    DeviceList list{core.clock.now(), core.sync.standings(sight->places, mostDevices), sight->isOfDevice};
    addArrived(core, list.devices);
    return http::Response::json(codec::toJson(list));
}

} // namespace

void addDeviceHealthRoutes(http::Router &router, DomainCore &core)
{
    const auto gauges = std::make_shared<DeviceGauges>(core);
    core.metrics.onScrape([gauges] { gauges->look(); });
    router.add({QStringLiteral("report_device_health"),
                http::Method::Post,
                QStringLiteral("/api/v1/devices/health"),
                http::Credential::Device,
                {},
                DeviceHealth::maxBytes,
                http::OpenTo::Device},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return takeHealth(core, request, context);
               }));
    router.add({QStringLiteral("list_device_health"),
                http::Method::Get,
                QStringLiteral("/api/v1/devices/health"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Asker,
                permissionText(Permission::DevicesManage)},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return listHealth(core, request, context);
               }));
}

} // namespace crema::platform
