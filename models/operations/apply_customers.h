// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// The rules of customers: requests, merged by field, refused where they break a rule.
[[nodiscard]] Effect applyCustomerCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyCustomerEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);
/// What is known of the customer goes, and nothing brings it back (ADR 041). Never refused.
[[nodiscard]] Effect applyCustomerErase(const Operation &operation, Aggregates &aggregates, MergeMode mode);
/// Two turned out to be one (ADR 067). Nothing of either is moved: they point at each other.
[[nodiscard]] Effect applyCustomerMerge(const Operation &operation, Aggregates &aggregates, MergeMode mode);
/// They are two after all.
[[nodiscard]] Effect applyCustomerUnmerge(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
