// SPDX-License-Identifier: GPL-3.0-or-later
// Movements of cash and parked carts, as the platform keeps them.
#include "tests/simulation/platform/memory_unit_storage.h"
#include "tests/simulation/platform/memory_writes.h"

namespace crema::simulation {

using platform::Stored;

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

std::optional<Stored<ParkedCart>> MemoryUnitStorage::parkedCart(ParkedCartId id)
{
    const auto found = m_database.state.parkedCarts.constFind(id);
    return found == m_database.state.parkedCarts.constEnd() ? std::nullopt : std::optional(*found);
}

void MemoryUnitStorage::write(const QList<Stored<ParkedCart>> &carts)
{
    m_writes.append([carts](MemoryState &state) {
        for (const Stored<ParkedCart> &cart : carts)
            putRevised(state.parkedCarts, cart.value.id, cart);
    });
}

} // namespace crema::simulation
