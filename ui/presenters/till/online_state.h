// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payments/payment_intent.h"

namespace crema {

/// What the till knows of online payments while it takes money.
struct OnlineState {
    IntentChannel channel = IntentChannel::Link; ///< that is chosen
    std::optional<Money> askingFor;              ///< while it is being stored
    std::optional<PaymentIntent> intent;         ///< the awaited one, as it was read last
    bool isReading = false;
    bool readsAgain = false; ///< something changed while it was read
    bool isFetching = false;
    bool hasNoProvider = false; ///< it was told so since the program began
    bool hasNoReader = false;   ///< the same of a card reader beside this register
};

} // namespace crema
