// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/page_fetch.h"
#include "sync/engine/push_steps.h"
#include "sync/engine/reload_steps.h"
#include "sync/engine/sync_round.h"

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

/// How what comes back of the batches is fetched while more are sent.
enum class Fetching {
    Between, ///< all of it, before the next batch
    Ahead,   ///< a page at a time, while a batch is under way
    Not,     ///< it failed: the sending goes on without
};

/// What the sending of one round knows between two batches.
struct Sending {
    BatchLimits limits;
    int gaps = 0;
    bool isAnother = false;
    Fetching fetching = Fetching::Between;
    bool countersigns = true;
    std::optional<Answered> answered; ///< its answers are known and not kept yet

    /// Whether the page that was fetched ahead is all that came back, so that the next one may be fetched ahead too.
    [[nodiscard]] bool keepsUp(const Round &round) const
    {
        return fetching == Fetching::Ahead && round.ahead && !round.ahead->more;
    }
    /// The page that was fetched ahead, if there is one, is not to be kept.
    void dropAhead(Round &round)
    {
        round.ahead.reset();
        if (fetching == Fetching::Ahead)
            fetching = Fetching::Between;
    }
};

/// Asks the platform who this store is, where that is not known, and takes the first batch of what is left.
QCoro::Task<std::optional<Outgoing>> proveAndTake(std::shared_ptr<Round> round, std::shared_ptr<Sending> sending)
{
    const Identity identity = co_await proveIdentity(round);
    if (identity == Identity::NotProven)
        co_return std::nullopt;
    // A page of the past before holds what is sent again now, below which it would count twice.
    if (identity == Identity::Anew)
        sending->dropAhead(*round);
    round->sendFirst = false; // what was lost is sent now, with the rest
    if (round->question)
        co_return std::optional(Outgoing());
    const BatchLimits limits = sending->limits;
    auto taking = round->store->run([limits](LocalStore &local) { return nextOutgoing(local, limits); });
    const auto outgoing = co_await taking;
    if (!outgoing) {
        round->stopFor(outgoing.error());
        co_return std::nullopt;
    }
    const std::optional<Outgoing> next(*outgoing);
    co_return next;
}

/// Takes the batch after one whose answers are kept while the new one is under way. Nothing when they have to be kept
/// before.
QCoro::Task<std::optional<Outgoing>> takeBesideAnswers(std::shared_ptr<Round> round, std::shared_ptr<Sending> sending)
{
    const std::optional<KnownStore> known = round->platform->knownStore();
    if (!sending->keepsUp(*round) || (known && known->feedEpoch))
        co_return std::nullopt;
    const Answered answered = *sending->answered;
    const BatchLimits limits = sending->limits;
    auto taking = round->store->run(
        [answered, limits, known](LocalStore &local) { return outgoingAfter(local, answered, limits, known); });
    const auto outgoing = co_await taking;
    // What failed here fails again where it stops the round.
    if (!outgoing || outgoing->batch.isEmpty())
        co_return std::nullopt;
    const std::optional<Outgoing> next(*outgoing);
    co_return next;
}

/// Keeps the answers to a batch, if there are any to be kept. Nothing when the round may not go on.
QCoro::Task<std::optional<Rest>> keepWhatIsAnswered(std::shared_ptr<Round> round, std::shared_ptr<Sending> sending)
{
    if (!sending->answered)
        co_return Rest();
    const Answered answered = *std::exchange(sending->answered, std::nullopt);
    auto keeping = round->store->run([answered](LocalStore &local) { return keepAnswers(local, answered); });
    const auto rest = co_await keeping;
    if (!rest) {
        round->stopFor(rest.error());
        co_return std::nullopt;
    }
    round->count(answered.acknowledgements);
    round->noteNewest(rest->newest);
    round->moved();
    const std::optional<Rest> known(*rest);
    co_return known;
}

/// What is done while the platform works on a batch: the answers to the one before are kept, and so is what came back
/// of that; the next page is fetched. Answers whether the round may go on.
QCoro::Task<bool> workBeside(std::shared_ptr<Round> round, std::shared_ptr<Sending> sending)
{
    const std::optional<Rest> rest = co_await keepWhatIsAnswered(round, sending);
    if (!rest)
        co_return false;
    if (sending->fetching != Fetching::Ahead)
        co_return true;
    const bool fetched = co_await fetchAhead(round);
    if (!fetched)
        sending->fetching = Fetching::Not;
    co_return true;
}

/// Sends a batch, and nothing else to this end before its answer. Nothing when the round may not go on.
QCoro::Task<std::optional<Exchange>> exchangeBatch(std::shared_ptr<Round> round, std::shared_ptr<Sending> sending,
                                                   Outgoing outgoing)
{
    const QByteArray body = bodyOf(outgoing.batch);
    QCoro::Task<Exchange> pushing = round->platform->push(body, outgoing.feedEpoch);
    // Checking signatures is the largest part of what the platform does for a sale. While somebody sells here, it waits
    // for the end of the round, so that its answers cost no sale its time.
    const bool countersigns =
        sending->countersigns && sending->fetching == Fetching::Ahead && round->use == TillUse::Quiet;
    std::optional<QCoro::Task<bool>> signing;
    if (countersigns)
        signing.emplace(countersignSome(round));
    const bool goesOn = co_await workBeside(round, sending);
    if (signing)
        sending->countersigns = co_await *signing;
    const Exchange exchange = co_await pushing;
    if (!goesOn || round->stop.stop_requested())
        co_return std::nullopt;
    const std::optional<Exchange> answer(exchange);
    co_return answer;
}

/// Does something about an exchange in which the platform took nothing. Answers whether there is another attempt; the
/// round is stopped otherwise.
QCoro::Task<bool> makeGood(std::shared_ptr<Round> round, std::shared_ptr<Sending> sending, Exchange exchange,
                           Outgoing outgoing)
{
    sending->dropAhead(*round);
    if (exchange.verdict == Verdict::TooLarge && outgoing.batch.size() > 1) {
        sending->limits = sending->limits.halved();
        co_return true;
    }
    if (exchange.verdict == Verdict::OtherEpoch && outgoing.feedEpoch && sending->gaps < maxGaps) {
        ++sending->gaps;
        const bool goesOn = co_await answerTo(round, exchange, Cursor{*outgoing.feedEpoch, 0, 0}, 1);
        co_return goesOn;
    }
    if (missesEarlier(exchange, outgoing.batch) && sending->gaps < maxGaps) {
        ++sending->gaps;
        const std::int64_t from = *exchange.expected;
        auto reviving = round->store->run([from](LocalStore &local) { return sendAgainFrom(local, from); });
        const auto again = co_await reviving;
        if (again)
            co_return true;
        round->stopFor(again.error());
    }
    if (isReused(exchange, outgoing.batch) && !sending->isAnother) {
        sending->isAnother = true;
        const bool goesOn = co_await becomeAnother(round);
        co_return goesOn;
    }
    round->stopFor(exchange);
    co_return false;
}

/// Keeps the answers to a batch before anything else is sent, and fetches what comes back. Answers whether the round
/// may go on.
QCoro::Task<bool> keepAndFetch(std::shared_ptr<Round> round, std::shared_ptr<Sending> sending)
{
    const std::optional<Rest> rest = co_await keepWhatIsAnswered(round, sending);
    if (!rest)
        co_return false;
    // What comes back of a batch leaves the queue soon after it, so that neither the pending nor what one page
    // settles grows with the queue. When it does not come, the sending goes on without. One page at a time is kept
    // while the next batch is under way; what may be more than that, or unknown, comes first.
    if (rest->unknown || !sending->keepsUp(*round))
        sending->dropAhead(*round);
    if (!rest->more || sending->fetching != Fetching::Between)
        co_return true;
    const bool fetched = co_await pullAll(round);
    sending->fetching = fetched ? Fetching::Ahead : Fetching::Not;
    co_return true;
}

} // namespace

QCoro::Task<bool> pushAll(std::shared_ptr<Round> round)
{
    const auto sending = std::make_shared<Sending>();
    round->ahead.reset();
    std::optional<Outgoing> next;
    while (!round->stop.stop_requested()) {
        if (!next) {
            next = co_await proveAndTake(round, sending);
            if (!next)
                co_return false;
            if (next->batch.isEmpty())
                co_return co_await keepAhead(round);
        }
        const Outgoing outgoing = *std::exchange(next, std::nullopt);
        const std::optional<Exchange> exchange = co_await exchangeBatch(round, sending, outgoing);
        if (!exchange)
            co_return false;
        if (exchange->verdict != Verdict::Accepted) {
            const bool again = co_await makeGood(round, sending, *exchange, outgoing);
            if (!again)
                co_return false;
            continue;
        }
        const Result<PushAnswer> answer = readPushAnswer(exchange->answer.body);
        if (!answer || !isAnswerTo(outgoing.batch, answer->acknowledgements)) {
            round->stopForOtherAnswer();
            co_return false;
        }
        sending->answered = Answered{outgoing.batch, answer->acknowledgements};
        sending->limits = sending->limits.after(round->use);
        next = co_await takeBesideAnswers(round, sending);
        if (next)
            continue;
        const bool goesOn = co_await keepAndFetch(round, sending);
        if (!goesOn)
            co_return false;
    }
    co_return false;
}

} // namespace crema::sync
