// SPDX-License-Identifier: GPL-3.0-or-later
// Movements of cash in a unit of work, which are added and never changed, and parked carts.
#include "platform/sync/buffered_unit_of_work.h"

namespace crema::platform {

QList<CashMovement> BufferedUnitOfWork::cashMovementsNaming(ShiftId id)
{
    m_storage->lockMissingShift(id);
    QList<CashMovement> movements = m_storage->cashMovementsOf(id);
    for (const CashMovement &movement : m_cashMovements.values()) {
        if (movement.shift == id)
            movements.append(movement);
    }
    return movements;
}

bool BufferedUnitOfWork::hasCashMovement(CashMovementId id)
{
    for (const CashMovement &movement : m_cashMovements.values()) {
        if (movement.id == id)
            return true;
    }
    return m_storage->hasCashMovement(id);
}

void BufferedUnitOfWork::save(const CashMovement &movement)
{
    m_cashMovements.append(movement);
}

} // namespace crema::platform
