// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/quote.h"
#include "sync/client/points_view.h"
#include "sync/client/sale_draft.h"
#include "sync/client/sale_view.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What this device knows of the points of a customer, and what they are worth here.
[[nodiscard]] PointsView pointsOf(LocalStore &store, CustomerId customer);

/// Inside LocalStore::write(). Errors: `customer.unknown`, `points.amount`, `points.reason`, `points.balance` (it would
/// take more than there is) and those of record().
[[nodiscard]] Result<PointsView> recordPointsAdjust(LocalStore &store, CustomerId customer, std::int64_t points,
                                                    const QString &reason);

/// The view of a sale that was just recorded, with what its customer has now.
[[nodiscard]] SaleView withPointsAfter(LocalStore &store, SaleView view);

/// The quote of `cart` with the points that the draft takes as its last discount, and with what the customer earns by
/// it. Errors: those of quote() and takePoints(), `points.customer` (points are to be taken, and nobody is named).
[[nodiscard]] Result<Quote> quoteWithPoints(LocalStore &store, const Cart &cart, const PricingRules &rules,
                                            std::int64_t points);

} // namespace crema::sync
