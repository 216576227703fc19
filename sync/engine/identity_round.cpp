// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "sync/engine/quiet_steps.h"
#include "sync/engine/sync_round.h"
#include "sync/store/store_identity.h"

namespace crema::sync {
namespace {

/// An answer that another store has used already makes a new claim; a platform that answers so again and again is not
/// worth more attempts in one round.
constexpr int maxClaims = 3;

/// Asks for an epoch and takes it. Answers whether the round may go on.
QCoro::Task<bool> claim(std::shared_ptr<Round> round, EpochClaim asked, std::optional<Location> movesTo)
{
    const Exchange exchange = co_await round->platform->claimEpoch(asked);
    if (round->stop.stop_requested())
        co_return false;
    const bool isOver = exchange.problem && exchange.problem->code == QLatin1String("device.move_over");
    if (isOver && movesTo) {
        round->platform->forgetSession(); // the next token says where the store belongs
        co_return true;
    }
    if (exchange.verdict != Verdict::Accepted) {
        round->stopFor(exchange);
        co_return false;
    }
    const Result<EpochGiven> given = json::readStrict(exchange.answer.body).and_then(&readEpochGiven);
    if (!given || given->registerEntry.id != asked.registerId) {
        round->stopForOtherAnswer();
        co_return false;
    }
    // The token of before is one for the place and the epoch of before. It goes whatever becomes of the answer here: of
    // a commit that failed nobody knows whether it is done (see useEpochOfStore).
    round->platform->forgetSession();
    const EpochGiven answer = *given;
    auto taking = round->store->run([asked, answer, movesTo](LocalStore &local) {
        return movesTo ? takeMove(local, asked, answer, *movesTo) : takeEpoch(local, asked, answer);
    });
    const auto taken = co_await taking;
    if (!taken) {
        round->stopFor(taken.error());
        co_return false;
    }
    round->platform->useEpoch(*taken);
    round->result.changedData = true;
    round->moved();
    co_return true;
}

/// A token is asked for as the store that this is by now: it may have been opened anew since the last one, with an
/// epoch that was taken by a commit of which nobody knew the end. Answers whether the round may go on.
QCoro::Task<bool> useEpochOfStore(std::shared_ptr<Round> round)
{
    auto reading =
        round->store->run([](LocalStore &local) -> Result<std::int64_t> { return local.place().device.epoch; });
    const auto epoch = co_await reading;
    if (epoch)
        round->platform->useEpoch(*epoch);
    else
        round->stopFor(epoch.error());
    co_return epoch.has_value();
}

} // namespace

QCoro::Task<Identity> proveIdentity(std::shared_ptr<Round> round)
{
    if (!round->platform->hasToken()) {
        const bool isKnown = co_await useEpochOfStore(round);
        if (round->stop.stop_requested() || !isKnown)
            co_return Identity::NotProven;
    }
    for (int claims = 0; claims <= maxClaims; ++claims) {
        const Exchange session = co_await round->platform->session();
        if (round->stop.stop_requested())
            co_return Identity::NotProven;
        if (session.verdict != Verdict::Accepted) {
            round->stopFor(session);
            co_return Identity::NotProven;
        }
        const std::optional<KnownStore> known = round->platform->knownStore();
        auto asking = round->store->run([known](LocalStore &local) { return dutyOf(local, known); });
        const auto duty = co_await asking;
        if (!duty) {
            round->stopFor(duty.error());
            co_return Identity::NotProven;
        }
        if (!duty->claim) {
            round->platform->forgetFeedEpoch();
            round->question = duty->question;
            if (!duty->asksWhatIsLost)
                co_return claims > 0 ? Identity::Anew : Identity::AsBefore;
            // Operations that the platform lost go before those that it never had: a shift that it does not know takes
            // no sales.
            const bool asked = co_await askForAcknowledged(round);
            co_return asked ? Identity::Anew : Identity::NotProven;
        }
        const EpochClaim wanted = *duty->claim;
        const bool taken = co_await claim(round, wanted, duty->movesTo);
        if (!taken)
            co_return Identity::NotProven;
    }
    round->stopForOtherAnswer();
    co_return Identity::NotProven;
}

} // namespace crema::sync
