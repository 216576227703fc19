// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/cash_movement.h"
#include "models/selling/shift_rules.h"
#include "sync/store/database.h"

namespace crema::sync {

/// The rows of cash movements, and where the Z of each register stand. Failures are thrown as StorageFailure.
class CashRows
{
public:
    explicit CashRows(Database &database) : m_database(database) {}

    /// As the platform has it.
    void save(const CashMovement &movement, const QByteArray &document);
    /// One that is made here; nothing happens where it is there already.
    void add(const CashMovement &movement);
    void remove(CashMovementId id);
    /// Removes it unless the platform's form came.
    void removeMadeHere(CashMovementId id);
    /// Newest first; nothing: of all shifts.
    [[nodiscard]] QList<CashMovement> movements(const std::optional<ShiftId> &shift, int limit);

    /// The last Z that the register gave, as far as this store ever knew: also where its shift left.
    [[nodiscard]] LastZ lastZ(RegisterId reg);
    /// From now on the next number follows this one. A lower number than the last changes nothing.
    void count(RegisterId reg, const ShiftZ &z);
    /// Shifts of the register that have a Z, the highest number first.
    [[nodiscard]] QList<Shift> shiftsWithZ(RegisterId reg, int limit);
    [[nodiscard]] std::optional<Shift> shiftWithZ(RegisterId reg, std::int64_t number);
    /// What the shifts of the register came to that were closed before there were Z.
    [[nodiscard]] Money salesWithoutZ(RegisterId reg, const ShiftId &besides, Currency currency);

private:
    Database &m_database;
};

} // namespace crema::sync
