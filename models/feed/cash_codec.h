// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_fields.h"
#include "models/selling/cash_movement.h"
#include "models/selling/shift_totals.h"

#include <QJsonObject>

/// The JSON of movements of cash and of what a Z says (docs/wire.md); writers of the latter are in selling_writer.h.
namespace crema::codec {

[[nodiscard]] QJsonObject toJson(const CashMovement &movement);
/// Errors: `entity.malformed`.
[[nodiscard]] Result<CashMovement> readCashMovement(const QJsonObject &json);

/// Kind, amount, reason and note, as entity and operation share them; problems are left in `fields`.
void readMovementMembers(JsonFields &fields, CashMovement &movement);

/// Absent: none. Problems are left in `fields`, as those of the two below.
[[nodiscard]] QList<CountedPiece> readPieces(JsonFields &fields, const QString &name);
/// All its amounts in one currency.
[[nodiscard]] ShiftZ readShiftZ(JsonFields &fields, const QJsonObject &json);

} // namespace crema::codec
