// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/loyalty/points_ledger.h"
#include "sync/store/database.h"

namespace crema::sync {

/// The rows of the points of customers. Failures are thrown as StorageFailure.
class PointsRows
{
public:
    explicit PointsRows(Database &database) : m_database(database) {}

    void save(const LoyaltyAccount &account, const QByteArray &document);
    void remove(CustomerId id);
    [[nodiscard]] std::optional<LoyaltyAccount> account(CustomerId id);

private:
    Database &m_database;
};

} // namespace crema::sync
