// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/catalog/product_routes.h"

#include "models/catalog/barcode.h"
#include "models/people/permission.h"
#include "models/text/fold.h"
#include "platform/catalog/search_words.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

/// What an article costs the shop is told to whom the token gives that right.
bool seesCosts(const http::Context &context)
{
    return context.caller.may(permissionText(Permission::CatalogCosts));
}

http::Response listProducts(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const Result<std::optional<PageMark>> mark = PageMark::fromRequest(request);
    if (!mark)
        return http::Response::problem(mark.error());
    const int limit = pageLimit(request);
    const PageMark from = mark->value_or(PageMark{{}, QUuid().toString(QUuid::WithoutBraces)});
    const QString query = prefixQuery(request.queryValue(u"q").value_or(QString()));
    const auto connection = core.pool.borrow();
    if (query.isEmpty())
        return listResponse(
            "product-list/1",
            connection->run("catalog/list_products", {from.first, from.second, limit + 1, seesCosts(context)}), limit);
    return listResponse(
        "product-list/1",
        connection->run("catalog/filter_products", {from.first, from.second, limit + 1, query, seesCosts(context)}),
        limit);
}

http::Response showProduct(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const auto id = ProductId::fromString(request.parameter(u"id"));
    if (!id)
        return unknownId(QStringLiteral("product"));
    const Rows rows = core.pool.borrow()->run("catalog/show_product", {*id, seesCosts(context)});
    return rows.isEmpty() ? unknownId(QStringLiteral("product")) : http::Response::jsonBytes(rows.utf8(0, 0));
}

http::Response search(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const QString text = request.queryValue(u"q").value_or(QString());
    const QString query = prefixQuery(text);
    const int limit = pageLimit(request);
    const auto connection = core.pool.borrow();
    if (query.isEmpty())
        return listResponse("product-list/1",
                            connection->run("catalog/list_products", {QString(), QUuid(), limit, seesCosts(context)}),
                            limit);
    const auto barcode = Barcode::parse(text.trimmed());
    const QString code = barcode ? barcode->normalised() : QString();
    // A whole GTIN is looked for in the one form that all of its spellings share.
    const bool isGtin = barcode && barcode->kind() == Barcode::Kind::Gtin;
    Rows rows = connection->run("catalog/search_products", {isGtin ? prefixQuery(code) : query, foldForSearch(text),
                                                            limit, code, text.trimmed().toLower(), seesCosts(context)});
    // Nothing has all of these words: look for names that are written alike.
    if (rows.isEmpty())
        rows = connection->run("catalog/search_alike", {foldForSearch(text), limit, seesCosts(context)});
    return listResponse("product-list/1", rows, limit);
}

} // namespace

http::Response unknownId(const QString &noun)
{
    return http::Response::problem(
        {ProblemKind::NotFound,
         noun + QStringLiteral(".unknown"),
         QCoreApplication::translate("crema::platform::Routes", "Nothing here has this id."),
         QCoreApplication::translate("crema::platform::Routes", "Look it up in the list again."),
         {}});
}

void addProductRoutes(http::Router &router, DomainCore &core)
{
    const QString permission = permissionText(Permission::CatalogRead);
    const auto get = [&](const QString &name, const QString &path) {
        return http::RouteInfo{name, http::Method::Get, path, http::Credential::Device, permission, -1};
    };
    router.add(get(QStringLiteral("list_products"), QStringLiteral("/api/v1/products")),
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return listProducts(core, request, context);
               }));
    router.add(get(QStringLiteral("show_product"), QStringLiteral("/api/v1/products/{id}")),
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return showProduct(core, request, context);
               }));
    router.add(get(QStringLiteral("search_products"), QStringLiteral("/api/v1/search")),
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return search(core, request, context);
               }));
}

} // namespace crema::platform
