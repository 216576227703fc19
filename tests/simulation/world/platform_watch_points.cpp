// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer has of points is the sum of the documents, at every moment. Added up by itself, without a line of the
// product.
#include "tests/simulation/world/platform_watch.h"

namespace crema::simulation {

void PlatformWatch::notePoints(const Sale &sale)
{
    if (!sale.customer)
        return;
    std::int64_t moved = sale.points;
    for (const SaleDiscount &discount : sale.discounts)
        moved -= discount.points;
    if (moved != 0)
        m_points[*sale.customer] += moved;
}

void PlatformWatch::lookAtPoints()
{
    const MemoryState &now = m_database.state;
    QHash<CustomerId, std::int64_t> expected = m_points;
    for (const PointsEntry &entry : now.pointsAdjustments)
        expected[entry.customer] += entry.points;
    for (auto sum = expected.constBegin(); sum != expected.constEnd(); ++sum) {
        const auto account = now.loyaltyAccounts.constFind(sum.key());
        const std::int64_t held = account == now.loyaltyAccounts.constEnd() ? 0 : account->value.points;
        if (held != sum.value())
            object(QStringLiteral("a customer has %1 points, their documents say %2").arg(held).arg(sum.value()));
    }
    for (const auto &account : now.loyaltyAccounts) {
        if (account.value.points != expected.value(account.value.id))
            object(QStringLiteral("a customer has points of which no document tells"));
    }
}

} // namespace crema::simulation
