// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/payments/intent_store.h"
#include "tests/simulation/platform/memory_database.h"

namespace crema::simulation {

/// The intents of a database in memory as the payment desk sees them. Whatever it does may end with the connection,
/// before or after it is done: there the desk is as if it had been ended.
class MemoryIntentStore final : public platform::IntentStore
{
public:
    explicit MemoryIntentStore(MemoryDatabase &database) : m_database(database) {}

    QList<platform::DueIntent> due(UtcTime now, UtcTime claimedUntil, int limit) override;
    UtcTime beginAsking(PaymentIntentId id, UtcTime now) override;
    Money beginRefund(PaymentIntentId id, const Money &before, const Money &amount) override;
    std::optional<PaymentIntent> change(PaymentIntentId id,
                                        const std::function<PaymentIntent(const PaymentIntent &)> &step) override;
    void putOff(PaymentIntentId id, std::optional<UtcTime> nextAt, int tries) override;
    QString readerOf(RegisterId) override { return QStringLiteral("tmr_simulated"); }

    /// As a webhook of each would: all that is not settled is due, and nobody works on it any more.
    void wakeAll();

private:
    template<class Action>
    void atomically(Action action);

    MemoryDatabase &m_database;
};

} // namespace crema::simulation
