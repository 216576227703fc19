// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payments/payment_intent.h"

#include <QStringView>

namespace crema::platform {

/// What a provider is told of an intent, the same whenever it is asked about it again.
struct PaymentQuestion {
    PaymentIntent intent;
    QString reader;          ///< the provider's name of the reader beside the register; empty for a link
    UtcTime firstAskedAt;    ///< when the provider may have heard of it first, by the platform's clock
    bool isRepeated = false; ///< it may have heard of it before this
};

/// What has become of money that shall go back.
enum class RefundOutcome {
    Done,
    Refused, ///< the provider will not; a person has to pay back otherwise
    Unknown, ///< no answer: asked again under the same key
};

struct RefundAnswer {
    RefundOutcome outcome = RefundOutcome::Unknown;
    QString problem; ///< a code such as "charge_already_refunded"; may be empty
};

/// Somebody who takes money for the shop. Every call may be made again with the same arguments and takes money, or
/// gives it back, once: the id of the intent is the provider's idempotency key. A call blocks until the provider
/// answers or a time limit of the provider's own has passed (then the outcome is Unknown). Any thread, several at once.
class PaymentProvider
{
public:
    virtual ~PaymentProvider() = default;

    /// "stripe", "simulated": for logs and metrics.
    [[nodiscard]] virtual QStringView name() const = 0;
    /// Has the customer asked for the money, or says what has become of it where that was done before.
    [[nodiscard]] virtual ProviderAnswer ask(const PaymentQuestion &question) = 0;
    /// What has become of it, without asking the customer for anything more.
    [[nodiscard]] virtual ProviderAnswer status(const PaymentQuestion &question) = 0;
    /// Gives it up; Paid when the customer was faster.
    [[nodiscard]] virtual ProviderAnswer cancel(const PaymentQuestion &question) = 0;
    /// Gives back so much of it; `key` is the same whenever the same refund is tried again.
    [[nodiscard]] virtual RefundAnswer refund(const PaymentIntent &intent, const Money &amount, const QString &key) = 0;
    /// What is under way fails within a second, and so does what comes after. Any thread.
    virtual void stop() {}
};

} // namespace crema::platform
