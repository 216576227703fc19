// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/page_fetch.h"
#include "sync/engine/reload_steps.h"
#include "sync/engine/sync_round.h"
#include "sync/engine/sync_steps.h"

namespace crema::sync {
namespace {

/// A platform that answers the same gap again and again is not worth more attempts in one round.
constexpr int maxGaps = 2;

QByteArray bodyOf(const QList<PlannedOperation> &batch)
{
    PushRequest request;
    for (const PlannedOperation &planned : batch)
        request.envelopes.append(planned.envelope);
    return writePushRequest(request);
}

/// Whether the platform misses operations that it acknowledged before, so that sending them again helps.
bool missesEarlier(const Exchange &exchange, const QList<PlannedOperation> &batch)
{
    return exchange.verdict == Verdict::Gap && *exchange.expected < batch.first().envelope.sequence;
}

/// Whether another store of this device has used these numbers: this one is an older copy (sync.md rule 29).
bool isReused(const Exchange &exchange, const QList<PlannedOperation> &batch)
{
    if (!exchange.problem || exchange.problem->code != QLatin1String("sync.sequence_reused"))
        return false;
    const QString epoch = QString::number(batch.first().envelope.epoch);
    return std::any_of(exchange.problem->fields.begin(), exchange.problem->fields.end(),
                       [&epoch](const FieldProblem &field) {
                           return field.field == QLatin1String("epoch") && field.message == epoch;
                       });
}

/// Makes the store claim an epoch of its own. Answers whether the round may go on.
QCoro::Task<bool> becomeAnother(std::shared_ptr<Round> round)
{
    auto noting = round->store->run([](LocalStore &local) { return local.becomeAnother(StoreOrigin::Restored); });
    const auto noted = co_await noting;
    if (!noted)
        round->stopFor(noted.error());
    co_return noted.has_value();
}

/// What goes out next, and the epoch of the feed that it comes after.
struct Outgoing {
    QList<PlannedOperation> batch;
    std::optional<std::int64_t> feedEpoch;
};

Result<Outgoing> nextOutgoing(LocalStore &store, const BatchLimits &limits)
{
    Result<QList<PlannedOperation>> batch = takeBatch(store, limits);
    if (!batch)
        return failure(batch.error());
    if (batch->isEmpty())
        return Outgoing();
    const auto feedEpoch = feedEpochOf(store);
    if (!feedEpoch)
        return failure(feedEpoch.error());
    return Outgoing{*std::move(batch), *feedEpoch};
}

/// What there is to do after a batch.
struct Rest {
    bool more = false;    ///< to be sent
    bool unknown = false; ///< something was sent once, and its answer is not known
    std::int64_t newest = 0;
};

/// Keeps the answers to a batch. Nothing when the round may not go on.
QCoro::Task<std::optional<Rest>> keepAnswers(std::shared_ptr<Round> round, QList<PlannedOperation> batch,
                                             QByteArray body)
{
    const Result<PushAnswer> answer = readPushAnswer(body);
    if (!answer || !isAnswerTo(batch, answer->acknowledgements)) {
        round->stopForOtherAnswer();
        co_return std::nullopt;
    }
    const auto acknowledgements = answer->acknowledgements;
    auto keeping = round->store->run([batch, acknowledgements](LocalStore &local) -> Result<Rest> {
        if (const Result<void> kept = keepAcknowledgements(local, batch, acknowledgements); !kept)
            return failure(kept.error());
        return local.read([&local]() -> Result<Rest> {
            OperationQueue &queue = local.queue();
            return Rest{!queue.unsent(1).isEmpty(), !queue.unknown(0, 1).isEmpty(), queue.nextNumber() - 1};
        });
    });
    const auto rest = co_await keeping;
    if (!rest) {
        round->stopFor(rest.error());
        co_return std::nullopt;
    }
    round->count(acknowledgements);
    round->noteNewest(rest->newest);
    round->moved();
    const std::optional<Rest> known(*rest);
    co_return known;
}

} // namespace

QCoro::Task<bool> pushAll(std::shared_ptr<Round> round)
{
    BatchLimits limits;
    int gaps = 0;
    bool isAnother = false;
    bool fetchesBetween = true;
    bool fetchesAhead = false;
    round->ahead.reset();
    while (!round->stop.stop_requested()) {
        const bool maySend = co_await proveIdentity(round);
        if (!maySend)
            co_return false;
        round->sendFirst = false; // what was lost is sent now, with the rest
        auto taking = round->store->run([limits](LocalStore &local) { return nextOutgoing(local, limits); });
        const auto outgoing = co_await taking;
        if (!outgoing) {
            round->stopFor(outgoing.error());
            co_return false;
        }
        const QList<PlannedOperation> batch = outgoing->batch;
        if (batch.isEmpty())
            co_return co_await keepAhead(round);
        QCoro::Task<Exchange> sending = round->platform->push(bodyOf(batch), outgoing->feedEpoch);
        if (fetchesAhead)
            fetchesBetween = co_await fetchAhead(round);
        const Exchange exchange = co_await sending;
        if (round->stop.stop_requested())
            break;
        if (exchange.verdict != Verdict::Accepted) {
            round->ahead.reset();
            fetchesAhead = false;
        }
        if (exchange.verdict == Verdict::TooLarge && batch.size() > 1) {
            limits = limits.halved();
            continue;
        }
        if (exchange.verdict == Verdict::OtherEpoch && outgoing->feedEpoch && gaps < maxGaps) {
            ++gaps;
            const bool goesOn = co_await answerTo(round, exchange, Cursor{*outgoing->feedEpoch, 0, 0}, 1);
            if (!goesOn)
                co_return false;
            continue;
        }
        if (missesEarlier(exchange, batch) && gaps < maxGaps) {
            ++gaps;
            const std::int64_t from = *exchange.expected;
            auto reviving = round->store->run([from](LocalStore &local) { return sendAgainFrom(local, from); });
            const auto again = co_await reviving;
            if (again)
                continue;
            round->stopFor(again.error());
        }
        if (isReused(exchange, batch) && !isAnother) {
            isAnother = true;
            const bool goesOn = co_await becomeAnother(round);
            if (!goesOn)
                co_return false;
            continue;
        }
        if (exchange.verdict != Verdict::Accepted) {
            round->stopFor(exchange);
            co_return false;
        }
        const std::optional<Rest> rest = co_await keepAnswers(round, batch, exchange.answer.body);
        if (!rest)
            co_return false;
        limits = limits.after(round->use);
        // What comes back of a batch leaves the queue soon after it, so that neither the pending nor what one page
        // settles grows with the queue. When it does not come, the sending goes on without. One page at a time is kept
        // while the next batch is under way; what may be more than that, or unknown, comes first.
        fetchesAhead = fetchesAhead && fetchesBetween && round->ahead && !round->ahead->more && !rest->unknown;
        if (!fetchesAhead)
            round->ahead.reset();
        if (rest->more && fetchesBetween && !fetchesAhead) {
            fetchesBetween = co_await pullAll(round);
            fetchesAhead = fetchesBetween;
        }
    }
    co_return false;
}

} // namespace crema::sync
