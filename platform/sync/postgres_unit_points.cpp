// SPDX-License-Identifier: GPL-3.0-or-later
// The points of customers and what was adjusted on them in PostgreSQL.
#include "models/feed/loyalty_codec.h"
#include "platform/sync/effect_rows.h"
#include "platform/sync/postgres_unit_storage.h"

namespace crema::platform {

std::optional<Stored<LoyaltyAccount>> PostgresUnitStorage::loyaltyAccount(CustomerId id)
{
    const Rows rows = m_transaction.run("sales/load_loyalty_account", {id});
    if (rows.isEmpty())
        return std::nullopt;
    const Result<LoyaltyAccount> account = codec::readLoyaltyAccount(rows.json(0, 0));
    if (!account)
        throw StorageFailure(account.error()); // damage: the platform wrote it itself
    return Stored<LoyaltyAccount>{*account, rows.number(0, 1)};
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
