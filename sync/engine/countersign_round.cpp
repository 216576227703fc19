// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/sync_round.h"
#include "sync/store/auditors_outbox.h"

namespace crema::sync {
namespace {

/// A platform that wants entries again and again is not worth more attempts in one round.
constexpr int maxGaps = 2;

using Next = std::optional<auditing::ChainRequest>;

Result<Next> readNext(LocalStore &local, Documents documents)
{
    return local.read([&]() -> Result<Next> { return nextEntries(local, documents); });
}

/// What an answer asks of this side. Answers whether there is something to send after it.
Result<bool> act(LocalStore &local, const auditing::ChainRequest &request, const Exchange &exchange)
{
    const QUuid chain = request.after.chain;
    return local.write([&]() -> Result<bool> {
        Result<void> done;
        if (exchange.verdict == Verdict::Accepted) {
            const auto signature = auditing::readCountersignature(exchange.answer.body);
            const auto expected = headAfter(local, request);
            // An old answer, or one to somebody else, signs nothing of this.
            if (!signature || !expected || signature->head != *expected)
                return false;
            done = keepCountersignature(local, *signature);
        } else if (exchange.verdict == Verdict::Gap) {
            done = resumeEntries(local, chain, *exchange.expected);
        } else {
            done = leaveChain(local, chain);
        }
        if (!done)
            return failure(done.error());
        return true;
    });
}

bool isProblem(const Exchange &exchange, QLatin1String code)
{
    return exchange.verdict == Verdict::Refused && exchange.problem && exchange.problem->code == code;
}

} // namespace

QCoro::Task<void> countersignAll(std::shared_ptr<Round> round)
{
    Documents documents = Documents::Named;
    int gaps = 0;
    while (!round->stop.stop_requested()) {
        auto reading = round->store->run([documents](LocalStore &local) { return readNext(local, documents); });
        const auto next = co_await reading;
        if (!next || !*next)
            co_return;
        const auditing::ChainRequest request = **next;
        const Exchange exchange = co_await round->platform->countersign(auditing::writeChainRequest(request));
        if (round->stop.stop_requested())
            co_return;
        if (isProblem(exchange, QLatin1String("journal.unknown_operation")) && documents == Documents::Named) {
            documents = Documents::Whole;
            continue;
        }
        const bool isGap = exchange.verdict == Verdict::Gap && gaps++ < maxGaps;
        const bool isDisagreed = isProblem(exchange, QLatin1String("journal.disagrees"));
        if (exchange.verdict != Verdict::Accepted && !isGap && !isDisagreed)
            co_return;
        documents = Documents::Named;
        auto acting =
            round->store->run([request, exchange](LocalStore &local) { return act(local, request, exchange); });
        const auto more = co_await acting;
        if (!more || !*more)
            co_return;
        round->moved();
    }
}

} // namespace crema::sync
