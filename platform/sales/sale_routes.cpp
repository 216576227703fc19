// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sales/sale_routes.h"

#include "models/people/permission.h"
#include "platform/catalog/product_routes.h"
#include "platform/identity/authenticator.h"

namespace crema::platform {
namespace {

http::Response listSales(DomainCore &core, const http::Request &request, const http::Caller &caller)
{
    const Result<std::optional<PageMark>> mark = PageMark::fromRequest(request);
    if (!mark)
        return http::Response::problem(mark.error());
    const int limit = pageLimit(request);
    const PageMark from =
        mark->value_or(PageMark{QStringLiteral("infinity"), QStringLiteral("ffffffff-ffff-ffff-ffff-ffffffffffff")});
    return listResponse(
        "sale-list/1",
        core.pool.borrow()->run("sales/list_sales", {from.first, from.second, limit + 1, locationTexts(caller)}),
        limit);
}

/// What a customer bought, of the places that the caller sees.
http::Response listSalesOfCustomer(DomainCore &core, const http::Request &request, const http::Caller &caller)
{
    const auto customer = CustomerId::fromString(request.parameter(u"id"));
    if (!customer)
        return unknownId(QStringLiteral("customer"));
    const Result<std::optional<PageMark>> mark = PageMark::fromRequest(request);
    if (!mark)
        return http::Response::problem(mark.error());
    const int limit = pageLimit(request);
    const PageMark from =
        mark->value_or(PageMark{QStringLiteral("infinity"), QStringLiteral("ffffffff-ffff-ffff-ffff-ffffffffffff")});
    const QStringList customers{customer->toString()};
    const auto connection = core.pool.borrow();
    if (connection->run("customers/show_customer", {*customer}).isEmpty())
        return unknownId(QStringLiteral("customer"));
    return listResponse("sale-list/1",
                        connection->run("sales/list_sales_of_customers",
                                        {from.first, from.second, limit + 1, locationTexts(caller), customers}),
                        limit);
}

http::Response showSale(DomainCore &core, const http::Request &request, const http::Caller &caller)
{
    const QString key = request.parameter(u"id");
    const auto id = SaleId::fromString(key);
    const auto connection = core.pool.borrow();
    const Rows rows = id ? connection->run("sales/show_sale", {*id, locationTexts(caller)})
                         : connection->run("sales/show_number", {key, locationTexts(caller)});
    return rows.isEmpty() ? unknownId(QStringLiteral("sale")) : http::Response::jsonBytes(rows.utf8(0, 0));
}

} // namespace

void addSaleRoutes(http::Router &router, DomainCore &core)
{
    const QString permission = permissionText(Permission::SalesRead);
    router.add({QStringLiteral("list_sales"), http::Method::Get, QStringLiteral("/api/v1/sales"),
                http::Credential::Device, permission, -1},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return listSales(core, request, context.caller);
               }));
    router.add({QStringLiteral("show_sale"), http::Method::Get, QStringLiteral("/api/v1/sales/{id}"),
                http::Credential::Device, permission, -1},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return showSale(core, request, context.caller);
               }));
    router.add({QStringLiteral("list_sales_of_customer"), http::Method::Get,
                QStringLiteral("/api/v1/customers/{id}/sales"), http::Credential::Device, permission, -1},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return listSalesOfCustomer(core, request, context.caller);
               }));
}

} // namespace crema::platform
