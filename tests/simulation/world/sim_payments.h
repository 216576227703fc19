// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/payments/payment_desk.h"
#include "tests/simulation/platform/memory_intent_store.h"
#include "tests/simulation/world/counts.h"
#include "tests/simulation/world/sim_platform.h"
#include "tests/simulation/world/sim_provider.h"

namespace crema::simulation {

/// The platform's payment desk at work: the real one, over the database in memory and a provider of its own, looking
/// every second for what is due (sync.md rule 8).
class SimPayments final : public platform::DeskWatcher
{
public:
    SimPayments(Scheduler &scheduler, SimPlatform &platform, Counts &counts, Dice dice, int lost);

    [[nodiscard]] SimProvider &provider() { return m_provider; }
    /// Nothing is lost any more, and every customer decides.
    void settle();
    /// Nobody has to be asked any more about what has become of any of them.
    [[nodiscard]] bool isAtRest() const;
    /// Why the provider's books and the platform's cannot both be right; empty when they are.
    [[nodiscard]] QString objection() const;

    void asked(platform::DeskCall, std::int64_t, bool isAnswered) override;
    void changed(const PaymentIntent &before, const PaymentIntent &after) override;
    void refundRefused(const PaymentIntent &, const QString &) override { ++m_counts["payment.refund_refused"]; }

private:
    void work();
    [[nodiscard]] QString objectionToMoney() const;
    [[nodiscard]] QString objectionToSales() const;

    Scheduler &m_scheduler;
    SimPlatform &m_platform;
    Counts &m_counts;
    SimProvider m_provider;
    MemoryIntentStore m_store;
    platform::PaymentDesk m_desk;
    QString m_objection; ///< of what was not right for a while only
};

} // namespace crema::simulation
