// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/customers/erasure.h"
#include "platform/database/connection_pool.h"
#include "platform/sync/unit_of_work.h"

#include <functional>
#include <memory>

namespace crema::platform {

/// What one look at the customers did.
struct RetentionOutcome {
    std::int64_t erased = 0;
    /// Nobody was erased although so many are due: they are more than a fifth of all, which looks like a wrong clock or
    /// a slip of the finger.
    std::int64_t heldBack = 0;
};

/// Erases customers who are not needed any more (`privacy.customer_years`, ADR 041), as somebody does by hand with the
/// reason `not_needed`. Without a device: the audit trail says that the platform did it.
class CustomerRetention
{
public:
    using MakeUnit = std::function<std::unique_ptr<UnitOfWork>()>;

    /// In 24 hours, together with those whom people erased.
    static constexpr std::int64_t mostADay = 500;
    /// No more than this part of all customers in 24 hours.
    static constexpr std::int64_t largestPart = 5;

    /// `makeUnit` begins a transaction. All outlive this.
    CustomerRetention(ConnectionPool &pool, MakeUnit makeUnit, Randomness &randomness)
        : m_pool(pool), m_makeUnit(std::move(makeUnit)), m_randomness(randomness)
    {}

    /// `years` of 365.25 days; 0 erases nobody. Does nothing where another process is at it. Throws StorageFailure.
    [[nodiscard]] RetentionOutcome run(std::int64_t years, UtcTime now) const;

    /// Erases who is one with somebody who was erased by a person who did not know of it (ADR 067); at most `mostADay`
    /// at once. Gives how many. Throws StorageFailure.
    [[nodiscard]] std::int64_t followErasures(UtcTime now) const;

private:
    /// With all who were merged into them (ADR 067), who are not needed either.
    [[nodiscard]] QList<CustomerId> allOf(CustomerId id) const;
    void erase(CustomerId id, EraseReason reason, UtcTime now) const;

    ConnectionPool &m_pool;
    MakeUnit m_makeUnit;
    Randomness &m_randomness;
};

} // namespace crema::platform
