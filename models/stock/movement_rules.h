// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/stock/movement.h"

#include <span>

namespace crema {

/// Errors: `stock.delta` for zero or more than Quantity::maxLine, `stock.note` for more than 1000 characters.
[[nodiscard]] Result<Movement> checkedMovement(const Movement &movement);

/// What movements leave on hand; nothing when the sum does not fit 64 bits.
[[nodiscard]] std::optional<Quantity> sumOfMovements(std::span<const Movement> movements);

} // namespace crema
