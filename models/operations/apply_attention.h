// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// The rule of resolutions. A card is settled once: the same decision again, from another device, changes nothing; a
/// field that was decided otherwise meanwhile is a conflict of its own, with a card of its own; a card that was done
/// with otherwise refuses (`attention.settled`). Keeping mine or a typed value is an edit from the value that the
/// person saw, so a third value that came meanwhile is not written over either.
[[nodiscard]] Effect applyAttentionResolve(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
