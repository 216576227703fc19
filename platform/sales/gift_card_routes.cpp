// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sales/gift_card_routes.h"

#include "models/people/permission.h"
#include "platform/catalog/product_routes.h"

namespace crema::platform {
namespace {

http::Response listGiftCards(DomainCore &core, const http::Request &request)
{
    const Result<std::optional<PageMark>> mark = PageMark::fromRequest(request);
    if (!mark)
        return http::Response::problem(mark.error());
    const int limit = pageLimit(request);
    const PageMark from = mark->value_or(PageMark{{}, QUuid().toString(QUuid::WithoutBraces)});
    return listResponse("gift-card-list/1",
                        core.pool.borrow()->run("sales/list_gift_cards", {from.first, from.second, limit + 1}), limit);
}

http::Response showGiftCard(DomainCore &core, const http::Request &request)
{
    const auto id = GiftCardId::fromString(request.parameter(u"id"));
    if (!id)
        return unknownId(QStringLiteral("gift_card"));
    const Rows rows = core.pool.borrow()->run("sales/show_gift_card", {*id});
    return rows.isEmpty() ? unknownId(QStringLiteral("gift_card")) : http::Response::jsonBytes(rows.utf8(0, 0));
}

http::Response sumGiftCards(DomainCore &core)
{
    return http::Response::jsonBytes(core.pool.borrow()->run("sales/sum_gift_cards").utf8(0, 0));
}

} // namespace

void addGiftCardRoutes(http::Router &router, DomainCore &core)
{
    const QString permission = permissionText(Permission::SalesRead);
    router.add(
        {QStringLiteral("list_gift_cards"), http::Method::Get, QStringLiteral("/api/v1/gift-cards"),
         http::Credential::Device, permission, -1},
        guarded(core, [&core](const http::Request &request, http::Context &) { return listGiftCards(core, request); }));
    router.add(
        {QStringLiteral("show_gift_card"), http::Method::Get, QStringLiteral("/api/v1/gift-cards/{id}"),
         http::Credential::Device, permission, -1},
        guarded(core, [&core](const http::Request &request, http::Context &) { return showGiftCard(core, request); }));
    router.add({QStringLiteral("sum_gift_cards"), http::Method::Get, QStringLiteral("/api/v1/gift-card-liability"),
                http::Credential::Device, permission, -1},
               guarded(core, [&core](const http::Request &, http::Context &) { return sumGiftCards(core); }));
}

} // namespace crema::platform
