// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/points_rows.h"

#include "models/feed/loyalty_codec.h"
#include "sync/store/documents.h"

namespace crema::sync {

void PointsRows::save(const LoyaltyAccount &account, const QByteArray &document)
{
    m_database.run("save_loyalty_account", {account.id, document});
}

void PointsRows::remove(CustomerId id)
{
    m_database.run("delete_loyalty_account", {id});
}

std::optional<LoyaltyAccount> PointsRows::account(CustomerId id)
{
    Rows rows = m_database.query("read_loyalty_account", {id});
    return rows.next() ? std::optional(entityOf(rows.bytes(0), &codec::readLoyaltyAccount)) : std::nullopt;
}

} // namespace crema::sync
