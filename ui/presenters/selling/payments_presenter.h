// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "ui/presenters/selling/approver_word.h"

#include <functional>

namespace crema::presenters {

/// Online payments as verbs take them. Client and clock outlive it.
class PaymentsPresenter
{
public:
    PaymentsPresenter(sync::Client &client, Clock &clock) : m_client(client), m_clock(clock) {}

    /// The newest first, those that hold a shift before all others.
    [[nodiscard]] QCoro::Task<Result<QList<PaymentIntent>>> list(bool holdsShiftOnly, std::int64_t limit) const;
    /// By its id. Errors: `payment.unknown`.
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> find(QString id) const;
    /// Asks a customer to pay so much, in minor units. Errors: those of Client::askPayment().
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> ask(std::int64_t minor, IntentChannel channel,
                                                         QString description) const;
    /// Fetches until it is open for the customer or decided; `untilDecided` waits for the customer too. Errors:
    /// `sync.timeout` after `timeoutMs`, `sync.stopped` when `stopRequested` said so, `payment.unknown`.
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>>
    follow(PaymentIntentId id, bool untilDecided, std::int64_t timeoutMs, std::function<bool()> stopRequested) const;
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> cancel(QString id) const;
    /// Errors: those of Client::settlePayment(), and of approved().
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> settle(QString id, IntentVerdict verdict, QString reason,
                                                            std::optional<ApproverWord> approver) const;

private:
    sync::Client &m_client;
    Clock &m_clock;
};

} // namespace crema::presenters
