// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/feed_writer.h"
#include "platform/sync/pending_map.h"

#include "models/catalog/product.h"
#include "models/catalog/variant.h"
#include "models/customers/customer.h"
#include "models/selling/sale.h"
#include "models/selling/shift.h"
#include "models/stock/movement.h"

namespace crema::platform {

/// Each writes what a unit of work changed of one kind, in one statement or few, and adds the new states to `feed`.
/// They throw DatabaseFailure 40001 when another transaction wrote one of the entities meanwhile.
void writeProducts(Transaction &transaction, const PendingMap<ProductId, Product> &products, QList<FeedEntry> &feed);
/// With barcodes, and then the search words of the products concerned.
void writeVariants(Transaction &transaction, const PendingMap<ProductId, Product> &products,
                   const PendingMap<VariantId, Variant> &variants, QList<FeedEntry> &feed);
void writeCustomers(Transaction &transaction, const PendingMap<CustomerId, Customer> &customers,
                    QList<FeedEntry> &feed);
void writeShifts(Transaction &transaction, const PendingMap<ShiftId, Shift> &shifts, QList<FeedEntry> &feed);
void writeSales(Transaction &transaction, const QList<Sale> &sales, QList<FeedEntry> &feed);
/// The ledger, and the levels that follow from it.
void writeMovements(Transaction &transaction, const QList<Movement> &movements, QList<FeedEntry> &feed);

} // namespace crema::platform
