// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"

#include <optional>

namespace crema::platform {

/// The amount as Stripe counts it: minor units as we have them, but for a few currencies (docs.stripe.com/currencies):
/// ISK and UGX in hundredths that are always whole, MGA in whole ariary, and three decimals only to the tenth. Nothing
/// for an amount or a currency that it does not take.
[[nodiscard]] std::optional<std::int64_t> stripeAmount(const Money &amount);

} // namespace crema::platform
