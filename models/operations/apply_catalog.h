// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// The rules of catalog edits: requests, merged by field, refused where they break a rule.
[[nodiscard]] Effect applyProductCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyProductEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyVariantCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyVariantEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
