// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/sync_round.h"

#include "models/feed/feed_row.h"
#include "sync/engine/sync_steps.h"

namespace crema::sync {
namespace {

constexpr int pageLimit = 2'000;
/// A platform that answers the same gap again and again is not worth more attempts in one round.
constexpr int maxGaps = 2;

Link linkOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::SignIn: return Link::NeedsSignIn;
    case Verdict::Wait: return Link::Offline;
    case Verdict::NotPlatform:
    case Verdict::Refused: return Link::Stopped;
    default: return Link::Online;
    }
}

void stopFor(RoundResult &result, const Exchange &exchange)
{
    result.link = linkOf(exchange.verdict);
    result.report.stopped = exchange.problem;
    result.retryAfterMs = exchange.retryAfterMs;
}

void count(SyncReport &report, const QList<Acknowledgement> &acknowledgements)
{
    for (const Acknowledgement &acknowledgement : acknowledgements) {
        ++report.sent;
        if (acknowledgement.outcome == Outcome::Applied)
            ++report.applied;
        else if (acknowledgement.outcome == Outcome::Waiting)
            ++report.waiting;
        else
            ++report.needsAttention;
    }
}

QByteArray bodyOf(const QList<PlannedOperation> &batch)
{
    PushRequest request;
    for (const PlannedOperation &planned : batch)
        request.envelopes.append(planned.envelope);
    return writePushRequest(request);
}

/// Sends until nothing is left. Answers whether the round may go on.
QCoro::Task<bool> pushAll(std::shared_ptr<StoreAccess> store, std::shared_ptr<PlatformClient> platform,
                          std::stop_token stop, std::shared_ptr<RoundResult> result)
{
    BatchLimits limits;
    int gaps = 0;
    while (!stop.stop_requested()) {
        auto pending = store->run([limits](LocalStore &local) { return takeBatch(local, limits); });
        const auto batch = co_await pending;
        if (!batch) {
            result->report.stopped = batch.error();
            co_return false;
        }
        if (batch->isEmpty())
            co_return true;
        const Exchange exchange = co_await platform->push(bodyOf(*batch));
        if (exchange.verdict == Verdict::TooLarge && batch->size() > 1) {
            limits = limits.halved();
            continue;
        }
        if (exchange.verdict == Verdict::Gap && *exchange.expected < batch->first().envelope.sequence &&
            gaps < maxGaps) {
            ++gaps;
            const std::int64_t from = *exchange.expected;
            auto pending2 = store->run([from](LocalStore &local) { return sendAgainFrom(local, from); });
            const auto again = co_await pending2;
            if (again)
                continue;
        }
        if (exchange.verdict != Verdict::Accepted) {
            stopFor(*result, exchange);
            co_return false;
        }
        const Result<PushAnswer> answer = readPushAnswer(exchange.answer.body);
        if (!answer) {
            result->link = Link::Stopped;
            result->report.stopped = answer.error();
            co_return false;
        }
        const auto acknowledgements = answer->acknowledgements;
        auto pending3 =
            store->run([acknowledgements](LocalStore &local) { return keepAcknowledgements(local, acknowledgements); });
        const auto kept = co_await pending3;
        // An answer that names none of ours would be asked for again without end.
        if (!kept || acknowledgements.isEmpty()) {
            if (!kept)
                result->report.stopped = kept.error();
            co_return false;
        }
        count(result->report, acknowledgements);
    }
    co_return false;
}

/// Where the last fetch ended; nothing before enrolment.
QCoro::Task<Result<Cursor>> readCursor(std::shared_ptr<StoreAccess> store)
{
    auto pending4 = store->run([](LocalStore &local) -> Result<Cursor> {
        return local.device().read().value_or(DeviceRow()).cursor.value_or(Cursor{1, 0, 0});
    });
    co_return co_await pending4;
}

/// Fetches until nothing is left. The page and its cursor are stored together, so a stop in between loses nothing.
QCoro::Task<bool> pullPages(std::shared_ptr<StoreAccess> store, std::shared_ptr<PlatformClient> platform,
                            std::stop_token stop, std::shared_ptr<RoundResult> result, std::shared_ptr<bool> bulk)
{
    while (!stop.stop_requested()) {
        const Result<Cursor> cursor = co_await readCursor(store);
        if (!cursor) {
            result->report.stopped = cursor.error();
            co_return false;
        }
        const Exchange exchange = co_await platform->pull(*cursor, pageLimit);
        if (exchange.verdict == Verdict::OtherEpoch && *exchange.feedEpoch != cursor->epoch) {
            const std::int64_t epoch = *exchange.feedEpoch;
            auto pending5 = store->run([epoch](LocalStore &local) { return startEpoch(local, epoch); });
            const auto begun = co_await pending5;
            if (begun)
                continue;
        }
        if (exchange.verdict != Verdict::Accepted) {
            stopFor(*result, exchange);
            co_return false;
        }
        const Result<FeedPage> page = readFeedPage(exchange.answer.body);
        if (!page) {
            result->link = Link::Stopped;
            result->report.stopped = page.error();
            co_return false;
        }
        const FeedPage rows = *page;
        if (rows.rows.isEmpty() && rows.next == *cursor)
            co_return true;
        // More than one page is a first fetch or a long absence: search waits for the end.
        const bool beginBulk = rows.more && !*bulk;
        auto pending6 = store->run([rows, beginBulk](LocalStore &local) -> Result<void> {
            if (beginBulk) {
                if (const Result<void> begun = local.beginBulk(); !begun)
                    return begun;
            }
            return local.applyPage(rows);
        });
        const auto applied = co_await pending6;
        *bulk = *bulk || beginBulk;
        if (!applied) {
            result->report.stopped = applied.error();
            co_return false;
        }
        result->report.fetchedRows += rows.rows.size();
        result->changedData = result->changedData || !rows.rows.isEmpty();
        if (!rows.more)
            co_return true;
    }
    co_return false;
}

QCoro::Task<bool> pullAll(std::shared_ptr<StoreAccess> store, std::shared_ptr<PlatformClient> platform,
                          std::stop_token stop, std::shared_ptr<RoundResult> result)
{
    const auto bulk = std::make_shared<bool>(false);
    const bool done = co_await pullPages(store, platform, stop, result, bulk);
    if (*bulk) {
        auto pending7 = store->run([](LocalStore &local) { return local.endBulk(); });
        const auto ended = co_await pending7;
        if (!ended && !result->report.stopped)
            result->report.stopped = ended.error();
    }
    co_return done;
}

} // namespace

QCoro::Task<RoundResult> runSyncRound(std::shared_ptr<StoreAccess> store, std::shared_ptr<PlatformClient> platform,
                                      std::stop_token stop)
{
    const auto result = std::make_shared<RoundResult>();
    bool complete = co_await pushAll(store, platform, stop, result);
    if (complete)
        complete = co_await pullAll(store, platform, stop, result);
    auto pending8 = store->run([complete](LocalStore &local) -> Result<QueueCounts> {
        if (complete) {
            if (const Result<void> noted = noteSynced(local); !noted)
                return failure(noted.error());
        }
        return local.queue().counts();
    });
    const auto counts = co_await pending8;
    if (counts)
        result->report.queue = *counts;
    else if (!result->report.stopped)
        result->report.stopped = counts.error();
    co_return *result;
}

} // namespace crema::sync
