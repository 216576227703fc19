// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// The rules of promotions and price lists (ADR 055): requests, merged by field, refused where they break a rule.
[[nodiscard]] Effect applyPromotionCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyPromotionEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyPriceListCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyPriceListEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
