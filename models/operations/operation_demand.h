// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/operation.h"
#include "models/operations/resolution.h"
#include "models/people/approval.h"
#include "models/selling/sale.h"

namespace crema {

/// What an operation asks of whoever does it. `named` is the card of a resolution; `sale` is what a sale.complete says
/// where it was read already.
[[nodiscard]] Demand demandOf(const Operation &operation, const AttentionCard *named = nullptr,
                              const Sale *sale = nullptr);

} // namespace crema
