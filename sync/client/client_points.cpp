// SPDX-License-Identifier: GPL-3.0-or-later
// Points of customers (ADR 062), from what this store knows.
#include "sync/client/client_private.h"
#include "sync/store/points_recording.h"

namespace crema::sync {

QCoro::Task<Result<PointsView>> Client::points(CustomerId customer)
{
    return Private::read(d, [customer](LocalStore &local) -> Result<PointsView> {
        // Whoever sells to them, and whoever looks after them.
        const Result<void> sells = mayRead(local, Reading::ShiftSales);
        const Result<void> allowed = sells ? sells : mayRead(local, Reading::Customers);
        return allowed ? Result<PointsView>(pointsOf(local, customer)) : Result<PointsView>(failure(allowed.error()));
    });
}

QCoro::Task<Result<PointsView>> Client::adjustPoints(CustomerId customer, std::int64_t points, QString reason)
{
    return Private::write(d, [customer, points, reason](LocalStore &local) {
        return recordPointsAdjust(local, customer, points, reason);
    });
}

} // namespace crema::sync
