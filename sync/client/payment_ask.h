// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payments/payment_intent.h"

namespace crema::sync {

/// What a till asks the payment provider for.
struct PaymentAsk {
    Money amount; ///< greater than zero, in the currency of this place
    IntentChannel channel = IntentChannel::Link;
    QString description; ///< what the customer reads; empty: the name of the shop
};

struct PaymentFilter {
    bool holdsShiftOnly = false;  ///< those that somebody has to look after
    std::optional<ShiftId> shift; ///< nothing: of all shifts
    int limit = 200;
};

} // namespace crema::sync
