// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/planted.h"
#include "models/operations/known_receipts.h"
#include "sync/engine/page_fetch.h"
#include "sync/engine/reload_steps.h"
#include "sync/engine/sync_round.h"
#include "sync/engine/sync_steps.h"

namespace crema::sync {
namespace {

QList<OperationId> idsOf(const QList<UnsentOperation> &operations)
{
    QList<OperationId> ids;
    for (const UnsentOperation &operation : operations)
        ids.append(operation.id);
    return ids;
}

/// Without those that wait still, as they did when they were asked about.
QList<Acknowledgement> settledOf(QList<Acknowledgement> acknowledgements)
{
    acknowledgements.removeIf([](const Acknowledgement &each) { return each.outcome == Outcome::Waiting; });
    return acknowledgements;
}

/// What it means for the round that the question itself got this answer. Who does not know the question, or does not
/// answer it to this device, may still tell what changed.
bool mayGoOn(Verdict verdict)
{
    return verdict == Verdict::Refused;
}

/// What is asked about next, and the epoch of the feed that the rows come from which may hold it.
struct Asked {
    QList<UnsentOperation> operations;
    std::optional<std::int64_t> feedEpoch;
};

Result<Asked> nextAsked(LocalStore &store, std::int64_t after, std::int64_t shared)
{
    const auto operations = unansweredAfter(store, after, shared);
    const auto feedEpoch = feedEpochOf(store);
    if (!operations || !feedEpoch)
        return failure(operations ? feedEpoch.error() : operations.error());
    return Asked{*operations, *feedEpoch};
}

} // namespace

QCoro::Task<bool> askForReceipts(std::shared_ptr<Round> round, QList<FeedRow> rows)
{
    auto reading = round->store->run([rows](LocalStore &local) { return sharedUpTo(local, rows); });
    const auto shared = co_await reading;
    if (!shared) {
        round->stopFor(shared.error());
        co_return false;
    }
    const std::int64_t upTo = *shared;
    const bool known = co_await askForReceiptsUpTo(round, upTo);
    co_return known;
}

QCoro::Task<bool> askForReceiptsUpTo(std::shared_ptr<Round> round, std::int64_t shared)
{
    if (CREMA_PLANTED(KeepsPagesUnasked))
        co_return true;
    std::int64_t last = 0;
    while (!round->stop.stop_requested()) {
        auto reading = round->store->run([last, shared](LocalStore &local) { return nextAsked(local, last, shared); });
        const auto asked = co_await reading;
        if (!asked) {
            round->stopFor(asked.error());
            co_return false;
        }
        if (asked->operations.isEmpty())
            co_return true;
        last = asked->operations.last().number;
        const QList<OperationId> ids = idsOf(asked->operations);
        const Exchange exchange = co_await round->platform->knownReceipts(ids, asked->feedEpoch);
        if (round->stop.stop_requested())
            break;
        // Put back since these rows were read, which are kept no more; what it lost is asked about soon.
        if (exchange.verdict == Verdict::OtherEpoch && asked->feedEpoch) {
            const bool begun = co_await answerTo(round, exchange, Cursor{*asked->feedEpoch, 0, 0}, 1);
            round->result.isHeldBack = begun;
            co_return false;
        }
        if (exchange.verdict != Verdict::Accepted) {
            round->stopFor(exchange);
            co_return mayGoOn(exchange.verdict);
        }
        const Result<QList<Acknowledgement>> answer = readReceipts(exchange.answer.body, ids);
        if (!answer) {
            round->stopForOtherAnswer();
            co_return false;
        }
        const QList<Acknowledgement> known = *answer;
        auto keeping = round->store->run([known](LocalStore &local) { return keepReceipts(local, known); });
        const auto kept = co_await keeping;
        if (!kept) {
            round->stopFor(kept.error());
            co_return false;
        }
        round->count(settledOf(known));
        round->moved();
    }
    co_return false;
}

} // namespace crema::sync
