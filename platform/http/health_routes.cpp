// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/health_routes.h"

#include <QCoreApplication>

namespace crema::http {
namespace {

RouteInfo publicRoute(const QString &name, const QString &pattern)
{
    return {name, Method::Get, pattern, Credential::None, {}, 0, OpenTo::Anybody};
}

Response notStored(Response response)
{
    return std::move(response).withHeader(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
}

Response liveResponse()
{
    return notStored(Response::json({{QStringLiteral("status"), QStringLiteral("ok")}}));
}

// The checks are named, but what went wrong inside stays in the log: anybody may read this page.
Response readyResponse(const platform::ReadyChecks &checks)
{
    bool isReady = true;
    QJsonArray list;
    for (const auto &[name, problem] : checks.run()) {
        QJsonObject entry{{QStringLiteral("name"), name},
                          {QStringLiteral("status"), problem ? QStringLiteral("failed") : QStringLiteral("ok")}};
        if (problem)
            entry.insert(QStringLiteral("code"), problem->code);
        list.append(entry);
        isReady = isReady && !problem;
    }
    const QString status = isReady ? QStringLiteral("ok") : QStringLiteral("failed");
    return notStored(
        Response::json({{QStringLiteral("status"), status}, {QStringLiteral("checks"), list}}, isReady ? 200 : 503));
}

Problem noMetricsHere()
{
    return {ProblemKind::NotFound,
            QStringLiteral("request.path"),
            QCoreApplication::translate("Door", "There are no figures for this address."),
            QCoreApplication::translate("Door", "CREMA_METRICS_FROM of the platform names who may read them."),
            {}};
}

} // namespace

void addHealthRoutes(Router &router, const platform::ReadyChecks &checks, platform::Metrics &metrics,
                     const AddressRanges &readers)
{
    router.add(
        publicRoute(QStringLiteral("get_live"), QStringLiteral("/health/live")),
        [](const Request &, Context &) { return liveResponse(); },
        [](const Request &, const Context &) { return std::optional(liveResponse()); });
    router.add(publicRoute(QStringLiteral("get_ready"), QStringLiteral("/health/ready")),
               [&checks](const Request &, Context &) { return readyResponse(checks); });
    router.add(publicRoute(QStringLiteral("get_metrics"), QStringLiteral("/metrics")),
               [&metrics, readers](const Request &request, Context &) {
                   if (!readers.contains(request.remoteAddress))
                       return Response::problem(noMetricsHere());
                   return Response::bytes(metrics.text(), QByteArray(platform::metricsContentType));
               });
}

} // namespace crema::http
