// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/stock/stock_routes.h"

#include "models/people/permission.h"
#include "platform/identity/asker.h"

namespace crema::platform {
namespace {

/// A device is told of its own place, as by its feed; who signed in by password of all places where they work.
Sight sightOfStock(const DomainCore &core, const http::Request &request, const http::Context &context)
{
    const std::optional<Person> asker = askerOf(core, request, context);
    const auto sight = asker ? sightOf(*asker, context) : std::nullopt;
    return sight.value_or(Sight{context.caller.locations, true});
}

http::Response listStock(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const Result<std::optional<PageMark>> mark = PageMark::fromRequest(request);
    if (!mark)
        return http::Response::problem(mark.error());
    const int limit = pageLimit(request);
    const QString nothing = QUuid().toString(QUuid::WithoutBraces);
    const PageMark from = mark->value_or(PageMark{nothing, nothing});
    const auto variant = VariantId::fromString(request.queryValue(u"variant").value_or(QString()));
    const auto location = LocationId::fromString(request.queryValue(u"location").value_or(QString()));
    const Sight sight = sightOfStock(core, request, context);
    const bool isEverywhere = sight.places.isEmpty() && !sight.isOfDevice;
    QStringList places;
    for (const LocationId &place : sight.places)
        places.append(place.toString());
    const Rows rows = core.pool.borrow()->run(
        "stock/list_levels", {from.first, from.second, limit + 1, variant, location, isEverywhere, places});
    return listResponse("stock-list/1", rows, limit);
}

} // namespace

void addStockRoutes(http::Router &router, DomainCore &core)
{
    router.add({QStringLiteral("list_stock"), http::Method::Get, QStringLiteral("/api/v1/stock"),
                http::Credential::Device, permissionText(Permission::StockRead), -1},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return listStock(core, request, context);
               }));
}

} // namespace crema::platform
