// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/sync_routes.h"

#include "models/base/planted.h"
#include "models/operations/known_receipts.h"
#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/http/problem_document.h"
#include "platform/identity/authenticator.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/checkpoint_routes.h"
#include "platform/sync/feed_answers.h"
#include "platform/sync/feed_page.h"
#include "platform/sync/feed_problems.h"
#include "platform/sync/feed_pruning.h"
#include "platform/sync/feed_watch.h"
#include "platform/sync/push.h"
#include "platform/sync/review_gauges.h"
#include "platform/sync/snapshot.h"
#include "platform/sync/sync_metrics.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace crema::platform {
namespace {

constexpr int defaultPage = 1'000;
constexpr int maxPage = 2'000;

/// Nothing where the device does not say it.
std::optional<std::int64_t> feedEpochReadBy(const http::Request &request)
{
    return request.queryNumber(u"feed_epoch", 1, std::numeric_limits<std::int64_t>::max());
}

/// A customer waits for what comes of it. What is in an operation is read elsewhere: here only the desk is woken.
bool wantsPayment(const PushRequest &batch)
{
    return std::ranges::any_of(
        batch.envelopes, [](const Envelope &envelope) { return envelope.operation.contains("\"type\":\"payment."); });
}

http::Response push(DomainCore &core, SyncMetrics &metrics, const http::Request &request, const http::Context &context)
{
    const Result<PushRequest> batch = readPushRequest(request.body);
    if (!batch)
        return http::Response::problem(batch.error());
    const Push service([&] { return std::make_unique<BufferedUnitOfWork>(core.sync.begin(), request.id); });
    const QStringList audiences = audiencesOf(context.caller);
    const Result<PushOutcome> outcome =
        service.take(*batch, *context.caller.deviceId, audiences, core.clock.now(), feedEpochReadBy(request));
    if (!outcome && outcome.error().code == QLatin1String("sync.cursor_epoch"))
        return refusedPlace(core, outcome.error(), context);
    if (!outcome)
        return gapResponse(outcome.error(), request.id);
    metrics.count(*outcome);
    if (CREMA_PLANTED(TellsTheToken))
        core.log.write(LogLevel::Warning, "sync.push", LogFields().add("token", request.bearerToken()));
    if (outcome->reusedIds > 0)
        core.log.write(LogLevel::Severe, "sync.id_reused", LogFields().add("device", context.caller.deviceId->value()));
    if (core.wakePayments && wantsPayment(*batch))
        core.wakePayments();
    for (const QString &audience : audiences)
        core.events.publish("feed:" + audience.toLatin1(), {{}, "changes", {}});
    return http::Response::jsonBytes(writePushAnswer(outcome->answer));
}

Problem badCursor()
{
    return {ProblemKind::Invalid,
            QStringLiteral("request.cursor"),
            QCoreApplication::translate("crema::platform::Sync", "A cursor such as 1.7423.19 is needed."),
            QCoreApplication::translate("crema::platform::Sync", "Start from the beginning of the feed's epoch."),
            {}};
}

http::Response pull(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const auto text = request.queryValue(u"cursor");
    const auto cursor = text ? Cursor::fromString(*text) : Cursor{core.sync.feedEpoch(), 0, 0};
    if (!cursor)
        return http::Response::problem(badCursor());
    const int limit = static_cast<int>(request.queryNumber(u"limit", 1, maxPage).value_or(defaultPage));
    const Result<QByteArray> page = readFeedPageBytes(core.sync, *cursor, audiencesOf(context.caller), limit);
    return page ? http::Response::jsonBytes(*page) : refusedPlace(core, page.error(), context);
}

/// The next chunk of the starting state. `cut` is the beginning of an epoch for the first one, and afterwards what the
/// first one says; `types` names some entity types when not all are wanted.
http::Response snapshot(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const auto cutText = request.queryValue(u"cut");
    const auto cut = cutText ? Cursor::fromString(*cutText) : Cursor{core.sync.feedEpoch(), 0, 0};
    const auto after = SnapshotPlace::fromString(request.queryValue(u"after").value_or(QString()));
    if (!cut || !after)
        return http::Response::problem(badCursor());
    SnapshotRequest asked{*cut, *after, {}, defaultPage};
    asked.types = request.queryValue(u"types").value_or(QString()).split(u',', Qt::SkipEmptyParts);
    asked.limit = static_cast<int>(request.queryNumber(u"limit", 1, maxPage).value_or(defaultPage));
    const Result<QByteArray> chunk = readSnapshotChunkBytes(core.sync, asked, audiencesOf(context.caller));
    if (!chunk)
        return refusedPlace(core, chunk.error(), context);
    return http::Response::jsonBytes(*chunk).withHeader("Content-Digest", contentDigest(*chunk));
}

/// Which of these operations the platform has, and what became of them: a device asks so for what it sent without
/// hearing an answer, for what another one may have sent in its place, and after a restore (sync.md rules 6, 12 and
/// 30). Ids stand in cards as well: whoever asks learns what became of an operation, and not what it says.
http::Response known(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const Result<QList<OperationId>> asked = readReceiptsQuestion(request.body);
    if (!asked)
        return http::Response::problem(asked.error());
    // What it has read says nothing of an operation that went lost since with the past that was put back.
    const std::int64_t feedEpoch = core.sync.feedEpoch();
    if (feedEpochReadBy(request).value_or(feedEpoch) != feedEpoch)
        return refusedPlace(core, otherEpoch(feedEpoch), context);
    QList<Acknowledgement> known;
    const QList<StoredOperation> stored = core.sync.operationsAmong(*asked);
    for (const StoredOperation &operation : stored)
        known.append(operation.acknowledgement);
    return http::Response::jsonBytes(writeReceipts(known));
}

http::Response follow(const http::Context &context)
{
    http::EventSubscription subscription;
    const QStringList audiences = audiencesOf(context.caller);
    for (const QString &audience : audiences)
        subscription.keys.append("feed:" + audience.toLatin1());
    // Whoever connects may have missed something while away.
    subscription.first = http::Event{{}, "changes", {}};
    subscription.lifetimeMs = AccessTokens::lifetimeS * 1000;
    return http::Response::eventStream(subscription);
}

} // namespace

http::Response gapResponse(const Problem &problem, const QUuid &requestId)
{
    QJsonObject document =
        QJsonDocument::fromJson(http::problemDocument(problem, http::statusOf(problem), requestId)).object();
    for (const FieldProblem &field : problem.fields) {
        if (field.field == QStringLiteral("expected"))
            document.insert(field.field, field.message.toLongLong());
    }
    return http::Response::bytes(QJsonDocument(document).toJson(QJsonDocument::Compact), http::problemContentType,
                                 http::statusOf(problem));
}

void addSyncRoutes(http::Router &router, DomainCore &core)
{
    const auto metrics = std::make_shared<SyncMetrics>(core.metrics);
    const auto watch = std::make_shared<FeedWatch>(core);
    const auto pruning = std::make_shared<FeedPruning>(core);
    const auto reviews = std::make_shared<ReviewGauges>(core);
    core.metrics.onScrape([watch, reviews] {
        watch->look();
        reviews->look();
    });
    router.add({QStringLiteral("push_operations"),
                http::Method::Post,
                QStringLiteral("/api/v1/sync/operations"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [&core, metrics](const http::Request &request, http::Context &context) {
                   return push(core, *metrics, request, context);
               }));
    router.add({QStringLiteral("pull_changes"),
                http::Method::Get,
                QStringLiteral("/api/v1/sync/changes"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [&core, watch, pruning](const http::Request &request, http::Context &context) {
                   watch->lookIfDue();
                   pruning->workIfDue();
                   return pull(core, request, context);
               }));
    router.add({QStringLiteral("read_snapshot"),
                http::Method::Get,
                QStringLiteral("/api/v1/sync/snapshot"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return snapshot(core, request, context);
               }));
    addCheckpointRoutes(router, core, metrics);
    router.add({QStringLiteral("list_known_operations"),
                http::Method::Post,
                QStringLiteral("/api/v1/sync/receipts/known"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return known(core, request, context);
               }));
    router.add({QStringLiteral("follow_changes"),
                http::Method::Get,
                QStringLiteral("/api/v1/sync/stream"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [](const http::Request &, http::Context &context) { return follow(context); }));
}

} // namespace crema::platform
