// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// The rules of who works here: requests, merged by field. Nobody grants what they do not hold, and the platform keeps
/// one administrator (models/people/person_rules.h, ADR 030). A device knows not everybody: whether an address is taken
/// and who is the last administrator is the platform's to say, and of an actor it does not know it assumes nothing.
[[nodiscard]] Effect applyPersonCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyPersonEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyPersonSetPin(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyPersonSetBadge(const Operation &operation, Aggregates &aggregates, MergeMode mode);
/// Of somebody who may not sign in. Whoever erases may do as much as they could (ADR 044).
[[nodiscard]] Effect applyPersonErase(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
