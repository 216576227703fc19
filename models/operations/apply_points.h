// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"
#include "models/selling/sale.h"

namespace crema {

/// A manager adds points or takes some away (ADR 062); all else that moves them is in a sale.
[[nodiscard]] Effect applyPointsAdjust(const Operation &operation, Aggregates &aggregates, MergeMode mode);

/// Books what a sale moves on the account of its customer: it happened, so it is never refused. `points.overdrawn` and
/// `points.differ` (the till gave or took others than this place would now, or no customer is named) are appended to
/// `reviews`, where each stands once in the end.
void bookPoints(const Sale &sale, Aggregates &aggregates, QStringList &reviews);

} // namespace crema
