// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/shift_rules.h"
#include "sync/client/cash_movement_draft.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Inside LocalStore::write(). Errors: `device.not_enrolled`, `shift.not_open`, and those of checkedCashMovement().
[[nodiscard]] Result<CashMovement> recordCashMovement(LocalStore &store, const CashMovementDraft &draft);

/// Inside LocalStore::write(): the Z is numbered and stored with the closing. Errors: `device.not_enrolled`,
/// `shift.not_open`, `shift.counted`, `shift.pieces`, `payment.open` (sync.md rule 8).
[[nodiscard]] Result<Shift> recordShiftClose(LocalStore &store, const ShiftCount &count);

/// The X of a shift that is open, the Z of one that has one, the same figures of one that an older version closed;
/// nothing: of the open shift of this register. Errors: `shift.not_open`, `shift.unknown`.
[[nodiscard]] Result<ShiftTotals> findShiftTotals(LocalStore &store, const std::optional<ShiftId> &shift);

/// Those of this register, the highest number first.
[[nodiscard]] QList<ShiftTotals> findZReports(LocalStore &store, int limit);
/// Errors: `shift.unknown_z`.
[[nodiscard]] Result<ShiftTotals> findZReport(LocalStore &store, std::int64_t number);

} // namespace crema::sync
