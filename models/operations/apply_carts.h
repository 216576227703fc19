// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

// What becomes of a sale that was left for later: facts of the people at the tills, taken as they come (ADR 058).
// Whoever ends a cart first has it; that somebody else went on with it as well is for a person to look at.

[[nodiscard]] Effect applyCartPark(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyCartTake(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyCartDiscard(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
