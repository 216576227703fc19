// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/customers/customer_routes.h"

#include "models/feed/entity_types.h"
#include "models/people/permission.h"
#include "models/text/fold.h"
#include "platform/catalog/product_routes.h"
#include "platform/identity/asker.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

http::Response listCustomers(DomainCore &core, const http::Request &request)
{
    const Result<std::optional<PageMark>> mark = PageMark::fromRequest(request);
    if (!mark)
        return http::Response::problem(mark.error());
    const int limit = pageLimit(request);
    const PageMark from = mark->value_or(PageMark{{}, QUuid().toString(QUuid::WithoutBraces)});
    const QString text = request.queryValue(u"q").value_or(QString()).trimmed();
    const auto connection = core.pool.borrow();
    if (text.isEmpty())
        return listResponse("customer-list/1",
                            connection->run("customers/list_customers", {from.first, from.second, limit + 1}), limit);
    return listResponse(
        "customer-list/1",
        connection->run("customers/find_customers", {from.first, from.second, limit + 1, foldForSearch(text),
                                                     text.toLower(), digitsIn(text), cardKey(text)}),
        limit);
}

http::Response showCustomer(DomainCore &core, const http::Request &request)
{
    const auto id = CustomerId::fromString(request.parameter(u"id"));
    if (!id)
        return unknownId(QStringLiteral("customer"));
    const Rows rows = core.pool.borrow()->run("customers/show_customer", {*id});
    return rows.isEmpty() ? unknownId(QStringLiteral("customer")) : http::Response::jsonBytes(rows.utf8(0, 0));
}

Problem mayNotExport()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("customer.export_not_allowed"),
            QCoreApplication::translate("crema::platform::Customers",
                                        "Only who manages people hands out what is known of somebody."),
            QCoreApplication::translate("crema::platform::Customers", "Ask a manager of this location."),
            {}};
}

Problem notSignedIn()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("customer.export_not_signed_in"),
            QCoreApplication::translate("crema::platform::Customers",
                                        "What is known of somebody is handed out only to who signed in by password."),
            QCoreApplication::translate("crema::platform::Customers", "Sign in with your password and try again."),
            {}};
}

http::Response exportCustomer(DomainCore &core, const http::Request &request, const http::Context &context)
{
    // Whom a device names is no proof that it is them.
    const std::optional<Person> asker = askerOf(core, request, context);
    const auto sight = asker ? sightOf(*asker, context) : std::nullopt;
    if (!sight || !asker->may(Permission::PeopleManage))
        return http::Response::problem(mayNotExport());
    if (sight->isOfDevice || !context.caller.sessionId)
        return http::Response::problem(notSignedIn());
    const auto id = CustomerId::fromString(request.parameter(u"id"));
    if (!id)
        return unknownId(QStringLiteral("customer"));
    const UtcTime now = core.clock.now();
    const auto connection = core.pool.borrow();
    Transaction transaction(*connection);
    const Rows rows = transaction.run("customers/export_customer", {*id, now.toString()});
    if (rows.isEmpty())
        return unknownId(QStringLiteral("customer"));
    const QByteArray known = rows.utf8(0, 0);
    const QJsonObject document{{QStringLiteral("outcome"), QStringLiteral("applied")}};
    const std::optional<DeviceId> &device = context.caller.deviceId;
    writeAudit(transaction, {{device ? device->value() : QUuid(),
                              now,
                              asker->id,
                              QStringLiteral("customer.export"),
                              {entity::customer.toString(), id->value()},
                              {},
                              document,
                              request.id}});
    transaction.commit();
    return http::Response::jsonBytes(known);
}

} // namespace

void addCustomerRoutes(http::Router &router, DomainCore &core)
{
    const QString permission = permissionText(Permission::CustomersRead);
    router.add(
        {QStringLiteral("list_customers"), http::Method::Get, QStringLiteral("/api/v1/customers"),
         http::Credential::Device, permission, -1},
        guarded(core, [&core](const http::Request &request, http::Context &) { return listCustomers(core, request); }));
    router.add(
        {QStringLiteral("show_customer"), http::Method::Get, QStringLiteral("/api/v1/customers/{id}"),
         http::Credential::Device, permission, -1},
        guarded(core, [&core](const http::Request &request, http::Context &) { return showCustomer(core, request); }));
    router.add({QStringLiteral("export_customer"),
                http::Method::Get,
                QStringLiteral("/api/v1/customers/{id}/export"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Asker,
                permissionText(Permission::PeopleManage)},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return exportCustomer(core, request, context);
               }));
}

} // namespace crema::platform
