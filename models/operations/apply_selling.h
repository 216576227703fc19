// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

/// The rules of what happens at a register: facts, recorded as they happened.
[[nodiscard]] Effect applyShiftOpen(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyShiftClose(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applySaleComplete(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyStockAdjust(const Operation &operation, Aggregates &aggregates, MergeMode mode);

/// What applySaleComplete() does once the body was read: for the till, which has the value still.
[[nodiscard]] Effect applySale(const Operation &operation, const Sale &sale, Aggregates &aggregates);

/// The id of the movement that line `index` of an operation causes, where what is taken back counts on after the lines
/// that are sold: made from the operation's id
/// (RFC 9562 version 5), so that every replay moves the same stock under the same id.
[[nodiscard]] MovementId movementId(OperationId operation, qsizetype index);

} // namespace crema
