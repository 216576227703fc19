// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/cash_movement.h"

namespace crema::sync {

/// Everything that makes a movement of cash, before the rules, the shift and the clock.
struct CashMovementDraft {
    CashMovementKind kind = CashMovementKind::PaidIn;
    Money amount;   ///< greater than zero, of NoSale zero, in the currency of the shift
    QString reason; ///< one line, up to CashMovement::longestReason; may be empty
    QString note;   ///< may be empty
};

} // namespace crema::sync
