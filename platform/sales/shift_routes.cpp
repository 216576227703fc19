// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sales/shift_routes.h"

#include "models/people/permission.h"
#include "platform/identity/authenticator.h"

namespace crema::platform {
namespace {

/// Where a list begins that has the newest first.
PageMark newest()
{
    return {QStringLiteral("infinity"), QStringLiteral("ffffffff-ffff-ffff-ffff-ffffffffffff")};
}

http::Response listShifts(DomainCore &core, const http::Request &request, const http::Caller &caller)
{
    const Result<std::optional<PageMark>> mark = PageMark::fromRequest(request);
    if (!mark)
        return http::Response::problem(mark.error());
    const int limit = pageLimit(request);
    const PageMark from = mark->value_or(newest());
    return listResponse(
        "shift-list/1",
        core.pool.borrow()->run("sales/list_shifts", {from.first, from.second, limit + 1, locationTexts(caller)}),
        limit);
}

http::Response listCashMovements(DomainCore &core, const http::Request &request, const http::Caller &caller)
{
    const Result<std::optional<PageMark>> mark = PageMark::fromRequest(request);
    if (!mark)
        return http::Response::problem(mark.error());
    const int limit = pageLimit(request);
    const PageMark from = mark->value_or(newest());
    const auto shift = ShiftId::fromString(request.queryValue(u"shift").value_or(QString()));
    return listResponse("cash-movement-list/1",
                        core.pool.borrow()->run("sales/list_cash_movements",
                                                {from.first, from.second, limit + 1, locationTexts(caller), shift}),
                        limit);
}

} // namespace

void addShiftRoutes(http::Router &router, DomainCore &core)
{
    const QString permission = permissionText(Permission::ShiftsManage);
    router.add({QStringLiteral("list_shifts"), http::Method::Get, QStringLiteral("/api/v1/shifts"),
                http::Credential::Device, permission, -1},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return listShifts(core, request, context.caller);
               }));
    router.add({QStringLiteral("list_cash_movements"), http::Method::Get, QStringLiteral("/api/v1/cash-movements"),
                http::Credential::Device, permission, -1},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return listCashMovements(core, request, context.caller);
               }));
}

} // namespace crema::platform
