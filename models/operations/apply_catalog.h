// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// The rules of catalog and customer edits: requests, merged by field, refused where they break a rule.
[[nodiscard]] Effect applyProductCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyProductEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyVariantCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyVariantEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyCustomerCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyCustomerEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);
/// What is known of the customer goes, and nothing brings it back (ADR 041). Never refused.
[[nodiscard]] Effect applyCustomerErase(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
