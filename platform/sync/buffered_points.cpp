// SPDX-License-Identifier: GPL-3.0-or-later
// The points of customers in a unit of work, and what managers adjusted on them.
#include "platform/sync/buffered_unit_of_work.h"

#include "platform/sync/load_once.h"

namespace crema::platform {

std::optional<LoyaltyAccount> BufferedUnitOfWork::loyaltyAccount(CustomerId id)
{
    return loadOnce(m_loyaltyAccounts, id, [&] { return m_storage->loyaltyAccount(id); });
}

void BufferedUnitOfWork::save(const LoyaltyAccount &account)
{
    m_loyaltyAccounts.put(account.id, account);
}

void BufferedUnitOfWork::add(const PointsEntry &entry)
{
    m_pointsEntries.append(entry);
}

std::optional<PointsRules> BufferedUnitOfWork::pointsRules(LocationId location, Currency currency)
{
    return pointsRulesOf(settingsAt(location), currency);
}

} // namespace crema::platform
