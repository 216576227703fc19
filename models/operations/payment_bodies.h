// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/operation.h"
#include "models/payments/payment_intent.h"

#include <QJsonObject>

/// The bodies of the operations about payment intents, as models/operations/bodies.h has those of the others.
namespace crema::body {

/// What a till wants from a customer. Id, place, person and time are the operation's.
struct PaymentAsk {
    ShiftId shift;
    IntentChannel channel = IntentChannel::Link;
    Money amount;        ///< greater than zero
    QString description; ///< may be empty

    friend bool operator==(const PaymentAsk &, const PaymentAsk &) = default;
};

/// What a manager says of an intent.
struct PaymentSettle {
    IntentVerdict verdict = IntentVerdict::Failed;
    QString reason; ///< 1 to PaymentIntent::longestReason

    friend bool operator==(const PaymentSettle &, const PaymentSettle &) = default;
};

[[nodiscard]] QJsonObject toJson(const PaymentAsk &body);
[[nodiscard]] QJsonObject toJson(const PaymentSettle &body);

/// Errors: `operation.malformed` with the fields.
[[nodiscard]] Result<PaymentAsk> readPaymentAsk(const Operation &operation);
[[nodiscard]] Result<PaymentSettle> readPaymentSettle(const Operation &operation);

} // namespace crema::body
