// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/sale_view.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Sales as lists and receipts show them. Failures of the storage are thrown.
[[nodiscard]] SaleView viewOf(LocalStore &store, const Sale &sale);
/// As it is read later: by then another one with its number may have come.
[[nodiscard]] SaleView knownViewOf(LocalStore &store, const Sale &sale);
/// In the order that the filter asks for.
[[nodiscard]] QList<SaleView> findSales(LocalStore &store, const SaleFilter &filter);
/// By receipt number or id. Errors: `sale.unknown`.
[[nodiscard]] Result<SaleView> findSale(LocalStore &store, const QString &number);
/// The queue with the names of what its operations are about.
/// What people call it: product, customer or receipt number; empty when it is not known here.
[[nodiscard]] QString subjectNameOf(LocalStore &store, const SubjectRef &subject);
[[nodiscard]] QString personNameOf(LocalStore &store, PersonId id);
[[nodiscard]] QList<QueueEntry> findQueueEntries(LocalStore &store, const QueueFilter &filter);

} // namespace crema::sync
