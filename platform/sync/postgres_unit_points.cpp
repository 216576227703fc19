// SPDX-License-Identifier: GPL-3.0-or-later
// The points of customers and what was adjusted on them in PostgreSQL.
#include "models/feed/loyalty_codec.h"
#include "platform/sync/effect_rows.h"
#include "platform/sync/load_stored.h"
#include "platform/sync/postgres_unit_storage.h"

namespace crema::platform {

std::optional<Stored<LoyaltyAccount>> PostgresUnitStorage::loyaltyAccount(CustomerId id)
{
    return load(m_transaction, "sales/load_loyalty_account", id, &codec::readLoyaltyAccount);
}

void PostgresUnitStorage::write(const QList<Stored<LoyaltyAccount>> &accounts)
{
    writeLoyaltyAccounts(m_transaction, accounts);
}

void PostgresUnitStorage::write(const QList<PointsEntry> &entries)
{
    writePointsEntries(m_transaction, entries);
}

} // namespace crema::platform
