// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sales/points_routes.h"

#include "models/people/permission.h"
#include "platform/catalog/product_routes.h"

namespace crema::platform {
namespace {

http::Response showPoints(DomainCore &core, const http::Request &request)
{
    const auto id = CustomerId::fromString(request.parameter(u"id"));
    if (!id)
        return unknownId(QStringLiteral("customer"));
    const Rows rows = core.pool.borrow()->run("sales/show_points", {*id});
    return rows.isEmpty() ? unknownId(QStringLiteral("customer")) : http::Response::jsonBytes(rows.utf8(0, 0));
}

} // namespace

void addPointsRoutes(http::Router &router, DomainCore &core)
{
    router.add(
        {QStringLiteral("show_points"), http::Method::Get, QStringLiteral("/api/v1/customers/{id}/points"),
         http::Credential::Device, permissionText(Permission::CustomersRead), -1},
        guarded(core, [&core](const http::Request &request, http::Context &) { return showPoints(core, request); }));
}

} // namespace crema::platform
