// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/stock/stock_routes.h"

#include "models/people/permission.h"
#include "platform/identity/authenticator.h"

namespace crema::platform {
namespace {

http::Response listStock(DomainCore &core, const http::Request &request, const http::Caller &caller)
{
    const Result<std::optional<PageMark>> mark = PageMark::fromRequest(request);
    if (!mark)
        return http::Response::problem(mark.error());
    const int limit = pageLimit(request);
    const QString nothing = QUuid().toString(QUuid::WithoutBraces);
    const PageMark from = mark->value_or(PageMark{nothing, nothing});
    const auto variant = VariantId::fromString(request.queryValue(u"variant").value_or(QString()));
    const auto location = LocationId::fromString(request.queryValue(u"location").value_or(QString()));
    return listResponse("stock-list/1",
                        core.pool.borrow()->run("stock/list_levels", {from.first, from.second, limit + 1, variant,
                                                                      location, locationTexts(caller)}),
                        limit);
}

} // namespace

void addStockRoutes(http::Router &router, DomainCore &core)
{
    router.add({QStringLiteral("list_stock"), http::Method::Get, QStringLiteral("/api/v1/stock"),
                http::Credential::Device, permissionText(Permission::StockRead), -1},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return listStock(core, request, context.caller);
               }));
}

} // namespace crema::platform
