// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/stock/movement.h"

namespace crema {

/// Errors: `stock.delta` for zero or more than Quantity::maxLine, `stock.note` for more than 1000 characters.
[[nodiscard]] Result<Movement> checkedMovement(const Movement &movement);

} // namespace crema
