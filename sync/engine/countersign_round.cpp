// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/sync_round.h"
#include "sync/store/auditors_outbox.h"

namespace crema::sync {
namespace {

/// A platform that wants entries again and again is not worth more attempts in one round.
constexpr int maxGaps = 2;

using auditing::ChainRequest;
using Next = std::optional<ChainRequest>;

Result<Next> readNext(LocalStore &local, Documents documents)
{
    return local.read([&]() -> Result<Next> { return nextEntries(local, documents); });
}

/// What an answer asks of this side. Answers whether there is something to send after it.
Result<bool> act(LocalStore &local, const ChainRequest &request, const Exchange &exchange)
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

/// What came of one exchange about entries.
enum class Shown {
    Nothing, ///< there was nothing to show
    Signed,
    ToMend, ///< the platform asked for other entries, or named a chain that is over
    Left,   ///< the next round tries
};

Shown shownBy(const Exchange &exchange, bool acted)
{
    if (!acted)
        return Shown::Left;
    return exchange.verdict == Verdict::Accepted ? Shown::Signed : Shown::ToMend;
}

/// Shows the platform the next entries and does what its answer asks for.
QCoro::Task<Shown> countersignNext(std::shared_ptr<Round> round, Documents documents)
{
    auto reading = round->store->run([documents](LocalStore &local) { return readNext(local, documents); });
    const auto next = co_await reading;
    if (!next || !*next)
        co_return Shown::Nothing;
    const ChainRequest request = **next;
    const Exchange exchange = co_await round->platform->countersign(auditing::writeChainRequest(request));
    if (round->stop.stop_requested())
        co_return Shown::Left;
    if (isProblem(exchange, QLatin1String("journal.unknown_operation")) && documents == Documents::Named)
        co_return co_await countersignNext(round, Documents::Whole);
    const bool isDisagreed = isProblem(exchange, QLatin1String("journal.disagrees"));
    if (exchange.verdict != Verdict::Accepted && exchange.verdict != Verdict::Gap && !isDisagreed)
        co_return Shown::Left;
    auto acting = round->store->run([request, exchange](LocalStore &local) { return act(local, request, exchange); });
    const auto more = co_await acting;
    co_return shownBy(exchange, more && *more);
}

} // namespace

QCoro::Task<void> countersignAll(std::shared_ptr<Round> round)
{
    int mended = 0;
    while (!round->stop.stop_requested()) {
        const Shown shown = co_await countersignNext(round, Documents::Named);
        mended += shown == Shown::ToMend ? 1 : 0;
        if (shown == Shown::Nothing || shown == Shown::Left || mended > maxGaps)
            co_return;
        round->moved();
    }
}

QCoro::Task<bool> countersignSome(std::shared_ptr<Round> round)
{
    const Shown shown = co_await countersignNext(round, Documents::Named);
    co_return shown == Shown::Nothing || shown == Shown::Signed;
}

} // namespace crema::sync
