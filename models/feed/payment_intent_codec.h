// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payments/payment_intent.h"

#include <QJsonObject>

/// The JSON of payment intents (docs/wire.md).
namespace crema::codec {

[[nodiscard]] QJsonObject toJson(const PaymentIntent &intent);
/// Errors: `entity.malformed`.
[[nodiscard]] Result<PaymentIntent> readPaymentIntent(const QJsonObject &json);

} // namespace crema::codec
