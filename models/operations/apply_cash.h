// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// Cash came into a drawer or left it: a fact, recorded as it happened (ADR 049).
[[nodiscard]] Effect applyCashMove(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
