// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/quiet_steps.h"

#include "sync/engine/comparison_steps.h"
#include "sync/engine/reload_steps.h"
#include "sync/store/auditors_outbox.h"
#include "sync/store/store_identity.h"

namespace crema::sync {
namespace {

Result<bool> hasWork(LocalStore &store)
{
    return store.read([&]() -> Result<bool> { return store.queue().hasUnsent() || store.reload().state(); });
}

/// Nothing when something comes before it.
Result<std::optional<Question>> questionIfQuiet(LocalStore &store)
{
    using Quiet = std::optional<Question>;
    const Result<bool> works = hasWork(store);
    if (!works)
        return failure(works.error());
    if (*works)
        return Quiet();
    const Result<Question> question = nextQuestion(store);
    if (!question)
        return failure(question.error());
    const bool hasNothing = question->after == Cursor{question->after.epoch, 0, 0};
    return hasNothing ? Quiet() : Quiet(*question);
}

} // namespace

Result<Duty> dutyOf(LocalStore &store, const std::optional<KnownStore> &known)
{
    const auto claim = claimOf(store, known);
    if (!claim)
        return failure(claim.error());
    if (*claim)
        return Duty{*claim, std::nullopt, false, std::nullopt};
    const Result<bool> asks = noteFeedEpoch(store, known ? known->feedEpoch : std::nullopt);
    if (!asks)
        return failure(asks.error());
    if (*asks)
        return Duty{std::nullopt, std::nullopt, true, std::nullopt};
    const auto move = moveClaimOf(store, known);
    if (!move)
        return failure(move.error());
    if (*move)
        return Duty{*move, known->move->location, false, std::nullopt};
    const auto question = questionIfQuiet(store);
    if (!question)
        return failure(question.error());
    return Duty{std::nullopt, std::nullopt, false, *question};
}

Result<RoundEnd> endRound(LocalStore &store, bool complete, const std::optional<ClockSample> &sample)
{
    if (sample) {
        if (const Result<void> noted = noteClock(store, *sample); !noted)
            return failure(noted.error());
    }
    if (complete) {
        if (const Result<void> noted = noteSynced(store); !noted)
            return failure(noted.error());
    }
    return store.read([&]() -> Result<RoundEnd> {
        const Result<ClientState> state = store.state();
        if (!state)
            return failure(state.error());
        return RoundEnd{state->queue, *state, store.isSearchStale()};
    });
}

Result<std::optional<RoundEnd>> endIfQuiet(LocalStore &store, bool anyway, const std::optional<ClockSample> &sample)
{
    using End = std::optional<RoundEnd>;
    const Result<bool> works = hasWork(store);
    if (!works)
        return failure(works.error());
    const auto shows = store.read([&]() -> Result<bool> { return nextEntries(store, Documents::Named).has_value(); });
    const auto compares = placeToCompare(store, anyway);
    // Neither stops a round, so what fails here is left to where it is done.
    if (*works || !shows || *shows || !compares || *compares)
        return End();
    return endRound(store, true, sample).map([](const RoundEnd &end) { return End(end); });
}

} // namespace crema::sync
