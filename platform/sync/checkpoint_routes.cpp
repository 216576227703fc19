// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/checkpoint_routes.h"

#include "platform/base/log.h"
#include "platform/identity/authenticator.h"
#include "platform/sync/checkpoint.h"
#include "platform/sync/digest_work.h"
#include "platform/sync/feed_answers.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

Problem badPlace()
{
    return {ProblemKind::Invalid,
            QStringLiteral("request.cursor"),
            QCoreApplication::translate("crema::platform::Sync", "A cursor such as 1.7423.19 is needed."),
            QCoreApplication::translate("crema::platform::Sync", "Ask with the one up to which changes were read."),
            {}};
}

/// The types that a device says it holds otherwise; unknown ones are left out, so that they cost nothing.
QStringList comparedAmong(const QStringList &named)
{
    QStringList types;
    for (const QString &type : named) {
        if (isCompared(type) && !types.contains(type))
            types.append(type);
    }
    return types;
}

/// Either the store of a device rotted or the sums here are wrong: the rows themselves say which.
void lookInto(DomainCore &core, DigestWork &work, SyncMetrics &metrics, const http::Context &context,
              const QStringList &types)
{
    const std::optional<int> corrected = work.recount(audiencesOf(context.caller), types);
    if (corrected.value_or(0) > 0) {
        metrics.countCorrections(*corrected);
        core.log.write(LogLevel::Severe, "sync.digests_corrected", LogFields().add("sums", std::int64_t(*corrected)));
        return;
    }
    metrics.countDifferences(types);
    core.log.write(LogLevel::Warning, "sync.store_differs",
                   LogFields().add("device", context.caller.deviceId->value()).add("types", types.join(u',')));
}

http::Response checkpoint(DomainCore &core, DigestWork &work, SyncMetrics &metrics, const http::Request &request,
                          const http::Context &context)
{
    const auto at = Cursor::fromString(request.queryValue(u"cursor").value_or(QString()));
    if (!at)
        return http::Response::problem(badPlace());
    const QStringList differs =
        comparedAmong(request.queryValue(u"differs").value_or(QString()).split(u',', Qt::SkipEmptyParts));
    if (!differs.isEmpty())
        lookInto(core, work, metrics, context, differs);
    const Result<Checkpoint> answer = checkpointAt(core.sync, *at, audiencesOf(context.caller));
    if (!answer)
        return refusedPlace(core, answer.error(), context);
    metrics.countCheckpoint(answer->moved);
    return http::Response::jsonBytes(writeCheckpoint(*answer));
}

} // namespace

void addCheckpointRoutes(http::Router &router, DomainCore &core, const std::shared_ptr<SyncMetrics> &metrics)
{
    const auto work = std::make_shared<DigestWork>(core);
    router.add({QStringLiteral("read_checkpoint"),
                http::Method::Get,
                QStringLiteral("/api/v1/sync/checkpoint"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [&core, work, metrics](const http::Request &request, http::Context &context) {
                   work->foldIfDue();
                   return checkpoint(core, *work, *metrics, request, context);
               }));
}

} // namespace crema::platform
