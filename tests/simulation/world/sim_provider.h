// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/payments/payment_provider.h"
#include "tests/simulation/world/dice.h"
#include "tests/simulation/world/scheduler.h"

#include <QHash>
#include <QMap>

namespace crema::simulation {

/// Who takes money for the shop, and the customers before it. It keeps its own books by the id of the intent; what it
/// is asked may not arrive, and what it answers may be lost; customers pay at once, late, or never.
class SimProvider final : public platform::PaymentProvider
{
public:
    struct Payment {
        enum class State { Open, Paid, Declined, Cancelled };
        State state = State::Open;
        std::int64_t amount = 0;
        int captures = 0;
        std::int64_t refunded = 0;
        QMap<QString, std::int64_t> refunds; ///< by their keys
    };

    SimProvider(Scheduler &scheduler, Dice dice, int lost) : m_scheduler(scheduler), m_dice(dice), m_lost(lost) {}

    QStringView name() const override { return u"simulation"; }
    ProviderAnswer ask(const platform::PaymentQuestion &question) override;
    ProviderAnswer status(const platform::PaymentQuestion &question) override;
    ProviderAnswer cancel(const platform::PaymentQuestion &question) override;
    platform::RefundAnswer refund(const PaymentIntent &intent, const Money &amount, const QString &key) override;

    /// What a manager sees on its own pages.
    [[nodiscard]] bool hasMoney(PaymentIntentId id) const;
    /// It waits for the customer, or has their money.
    [[nodiscard]] bool mayTake(PaymentIntentId id) const;
    /// From now on it is always reached, and whoever has not paid decides at once.
    void settle();

    [[nodiscard]] const QHash<PaymentIntentId, Payment> &books() const { return m_books; }

private:
    [[nodiscard]] bool isLost();
    [[nodiscard]] ProviderAnswer answer(PaymentIntentId id);
    void giveUp(PaymentIntentId id);
    void decide(PaymentIntentId id);

    Scheduler &m_scheduler;
    Dice m_dice;
    int m_lost; ///< of 1,000, each way
    QHash<PaymentIntentId, Payment> m_books;
};

} // namespace crema::simulation
