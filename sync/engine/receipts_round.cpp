// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/planted.h"
#include "models/operations/known_receipts.h"
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

/// What it means for the round that the question itself got this answer. Who does not know the question, or does not
/// answer it to this device, may still tell what changed.
bool mayGoOn(Verdict verdict)
{
    return verdict == Verdict::Refused;
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
        auto reading =
            round->store->run([last, shared](LocalStore &local) { return unansweredAfter(local, last, shared); });
        const auto unknown = co_await reading;
        if (!unknown) {
            round->stopFor(unknown.error());
            co_return false;
        }
        if (unknown->isEmpty())
            co_return true;
        last = unknown->last().number;
        const ReceiptsQuestion question = round->platform->questionAbout(idsOf(*unknown));
        const Exchange exchange = co_await round->platform->knownReceipts(question);
        if (round->stop.stop_requested())
            break;
        if (exchange.verdict != Verdict::Accepted) {
            round->stopFor(exchange);
            co_return mayGoOn(exchange.verdict);
        }
        const Result<ReceiptsAnswer> answer = readReceipts(exchange.answer.body);
        if (!answer || !answer->isAnswerTo(question)) {
            round->stopForOtherAnswer();
            co_return false;
        }
        const QList<Acknowledgement> known = answer->acknowledgements;
        auto keeping = round->store->run([known](LocalStore &local) { return keepReceipts(local, known); });
        const auto kept = co_await keeping;
        if (!kept) {
            round->stopFor(kept.error());
            co_return false;
        }
        round->count(known);
        round->moved();
    }
    co_return false;
}

} // namespace crema::sync
