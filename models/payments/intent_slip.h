// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payments/payment_intent.h"
#include "models/selling/sale.h"

namespace crema {

/// The card that paid it, as the receipt names it: "Visa", "…4242". Nothing as long as the provider has not told.
[[nodiscard]] std::optional<CardSlip> slipOf(const PaymentIntent &intent);

} // namespace crema
