// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// The rules of the roles that a company makes: requests, merged by field, what a role gives as a whole. Nobody puts
/// into a role what they do not have, nor changes one that gives more (models/people/role_rules.h, ADR 037). Of an
/// actor whom it does not know a device assumes nothing.
[[nodiscard]] Effect applyRoleCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyRoleEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
