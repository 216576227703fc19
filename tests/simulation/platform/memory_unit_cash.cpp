// SPDX-License-Identifier: GPL-3.0-or-later
// Movements of cash, as the platform keeps them.
#include "tests/simulation/platform/memory_unit_storage.h"
#include "tests/simulation/platform/memory_writes.h"

namespace crema::simulation {

QList<CashMovement> MemoryUnitStorage::cashMovementsOf(ShiftId shift)
{
    QList<CashMovement> movements = m_database.state.cashMovements.values();
    movements.removeIf([shift](const CashMovement &movement) { return movement.shift != shift; });
    return movements;
}

bool MemoryUnitStorage::hasCashMovement(CashMovementId id)
{
    return m_database.state.cashMovements.contains(id);
}

void MemoryUnitStorage::write(const QList<CashMovement> &movements)
{
    m_writes.append([movements](MemoryState &state) {
        for (const CashMovement &movement : movements) {
            if (state.cashMovements.contains(movement.id))
                failWith("23505");
            state.cashMovements.insert(movement.id, movement);
        }
    });
}

} // namespace crema::simulation
