// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/audit_routes.h"

#include "models/people/permission.h"
#include "platform/identity/asker.h"
#include "platform/identity/audit_records.h"
#include "platform/sync/sync_storage.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

Problem mayNotLook()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("audit.not_allowed"),
            QCoreApplication::translate("crema::platform::Audit", "Only who manages people sees what was done."),
            QCoreApplication::translate("crema::platform::Audit", "Ask a manager of this location."),
            {}};
}

QHash<QString, QString> itemsOf(const http::Request &request)
{
    QHash<QString, QString> items;
    for (const http::QueryItem &item : request.query)
        items.insert(item.name, item.value);
    return items;
}

http::Response listRecords(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const std::optional<Person> asker = askerOf(core, request, context);
    const auto sight = asker ? sightOf(*asker, context) : std::nullopt;
    if (!sight || !asker->may(Permission::PeopleManage))
        return http::Response::problem(mayNotLook());
    const Result<AuditFilter> filter = codec::readAuditFilter(itemsOf(request));
    if (!filter)
        return http::Response::problem(filter.error());
    const auto connection = core.pool.borrow();
    Transaction transaction(*connection);
    AuditPage page = listAuditRecords(transaction, *filter, sight->places);
    page.isOfDevice = sight->isOfDevice;
    if (!asker->may(Permission::CatalogCosts))
        hideCosts(page);
    return http::Response::json(codec::toJson(page));
}

} // namespace

void addAuditRoutes(http::Router &router, DomainCore &core)
{
    router.add({QStringLiteral("list_audit_records"),
                http::Method::Get,
                QStringLiteral("/api/v1/audit"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Asker,
                permissionText(Permission::PeopleManage)},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return listRecords(core, request, context);
               }));
}

} // namespace crema::platform
