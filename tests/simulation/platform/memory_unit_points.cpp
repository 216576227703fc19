// SPDX-License-Identifier: GPL-3.0-or-later
// The points of customers and what was adjusted on them, as the platform keeps them.
#include "tests/simulation/platform/memory_unit_storage.h"
#include "tests/simulation/platform/memory_writes.h"

namespace crema::simulation {

using platform::Stored;

std::optional<Stored<LoyaltyAccount>> MemoryUnitStorage::loyaltyAccount(CustomerId id)
{
    letOthersIn();
    const auto account = m_database.state.loyaltyAccounts.constFind(id);
    return account == m_database.state.loyaltyAccounts.constEnd() ? std::nullopt : std::optional(*account);
}

void MemoryUnitStorage::write(const QList<Stored<LoyaltyAccount>> &accounts)
{
    m_writes.append([accounts](MemoryState &state) {
        for (const Stored<LoyaltyAccount> &account : accounts)
            putRevised(state.loyaltyAccounts, account.value.id, account);
    });
}

void MemoryUnitStorage::write(const QList<PointsEntry> &entries)
{
    m_writes.append([entries](MemoryState &state) {
        for (const PointsEntry &entry : entries) {
            if (state.pointsAdjustments.contains(entry.document))
                failWith("23505");
            state.pointsAdjustments.insert(entry.document, entry);
        }
    });
}

} // namespace crema::simulation
