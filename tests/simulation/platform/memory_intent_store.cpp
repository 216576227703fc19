// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/platform/memory_intent_store.h"

#include "models/feed/entity_types.h"
#include "models/feed/payment_intent_codec.h"
#include "tests/simulation/platform/memory_writes.h"

#include <algorithm>

namespace crema::simulation {

using platform::DueIntent;

/// Runs it as one statement that may fail as the storage plans it.
template<class Action>
void MemoryIntentStore::atomically(Action action)
{
    const StorageFault fault = m_database.nextFault ? m_database.nextFault() : StorageFault::None;
    if (fault != StorageFault::None && fault != StorageFault::LostAfter)
        failWith("08006");
    action();
    if (fault == StorageFault::LostAfter)
        failWith("08006");
}

QList<DueIntent> MemoryIntentStore::due(UtcTime now, UtcTime claimedUntil, int limit)
{
    QList<DueIntent> found;
    atomically([&] {
        QMap<std::pair<UtcTime, PaymentIntentId>, PaymentIntentId> places;
        const auto &turns = std::as_const(m_database.state.paymentTurns);
        for (auto it = turns.constBegin(); it != turns.constEnd(); ++it) {
            const bool isTaken = it->claimedUntil && now < *it->claimedUntil;
            if (it->dueAt && !(now < *it->dueAt) && !isTaken)
                places.insert({*it->dueAt, it.key()}, it.key());
        }
        for (const PaymentIntentId &id : std::as_const(places)) {
            if (found.size() == limit)
                return;
            MemoryState::PaymentTurn &turn = m_database.state.paymentTurns[id];
            turn.claimedUntil = turn.dueAt = claimedUntil;
            found.append({m_database.state.paymentIntents.value(id).value, turn.firstAskedAt, turn.tries});
        }
    });
    return found;
}

UtcTime MemoryIntentStore::beginAsking(PaymentIntentId id, UtcTime now)
{
    UtcTime first;
    atomically([&] {
        MemoryState::PaymentTurn &turn = m_database.state.paymentTurns[id];
        turn.firstAskedAt = turn.firstAskedAt.value_or(now);
        first = *turn.firstAskedAt;
    });
    return first;
}

Money MemoryIntentStore::beginRefund(PaymentIntentId id, const Money &before, const Money &amount)
{
    std::int64_t minor = 0;
    atomically([&] {
        auto &refunds = m_database.state.paymentTurns[id].refunds;
        if (!refunds.contains(before.minor()))
            refunds.insert(before.minor(), amount.minor());
        minor = refunds.value(before.minor());
    });
    return {minor, amount.currency()};
}

std::optional<PaymentIntent> MemoryIntentStore::change(PaymentIntentId id,
                                                       const std::function<PaymentIntent(const PaymentIntent &)> &step)
{
    for (;;) {
        const auto unit = m_database.begin();
        const auto stored = unit->paymentIntent(id);
        if (!stored)
            return std::nullopt;
        const PaymentIntent after = step(stored->value);
        if (after == stored->value)
            return after;
        try {
            unit->write(QList<platform::Stored<PaymentIntent>>{{after, stored->revision}});
            (void)unit->write(
                QList<platform::FeedEntry>{{entity::paymentIntent.toString(), id.value(),
                                            platform::audienceOf(after.location), false, codec::toJson(after)}},
                QStringList());
            // A desk moves no turn: what it does next it says itself.
            const MemoryState::PaymentTurn turn = m_database.state.paymentTurns.value(id);
            unit->commit();
            m_database.state.paymentTurns.insert(id, turn);
            return after;
        } catch (const platform::DatabaseFailure &failure) {
            if (!failure.isRetryable())
                throw;
        }
    }
}

void MemoryIntentStore::putOff(PaymentIntentId id, std::optional<UtcTime> nextAt, int tries)
{
    atomically([&] {
        MemoryState::PaymentTurn &turn = m_database.state.paymentTurns[id];
        turn.tries = tries;
        turn.claimedUntil.reset();
        // What somebody wanted of it meanwhile is due all the same.
        if (turn.dueAt != UtcTime(0))
            turn.dueAt = nextAt;
    });
}

void MemoryIntentStore::wakeAll()
{
    auto &turns = m_database.state.paymentTurns;
    for (auto it = turns.begin(); it != turns.end(); ++it) {
        it->claimedUntil.reset();
        if (it->dueAt)
            it->dueAt = UtcTime(0);
    }
}

} // namespace crema::simulation
