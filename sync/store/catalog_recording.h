// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/erasure.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Records changes of catalog and customers; each function is called inside LocalStore::write().
/// Errors: those of the rules in models/operations/apply_catalog.h. An edit that changes nothing records nothing.
/// Of a bundle besides those of checkBundlePrice().
[[nodiscard]] Result<ProductId> recordNewProduct(LocalStore &store, Product product, QList<Variant> variants);
[[nodiscard]] Result<void> recordProductEdit(LocalStore &store, const Product &before, const Product &after);
[[nodiscard]] Result<VariantId> recordNewVariant(LocalStore &store, Variant variant,
                                                 const QList<OperationId> &after = {});
[[nodiscard]] Result<void> recordVariantEdit(LocalStore &store, const Variant &before, const Variant &after);
[[nodiscard]] Result<CustomerId> recordNewCustomer(LocalStore &store, Customer customer);
/// Where what it comes behind (`ground`) is refused, nothing is changed. Errors: `customer.erased`.
[[nodiscard]] Result<void> recordCustomerEdit(LocalStore &store, const Customer &before, const Customer &after,
                                              const QList<OperationId> &ground = {});
/// Nothing of them stays here but what is unsent; the platform does the same everywhere (ADR 041).
[[nodiscard]] Result<void> recordCustomerErasure(LocalStore &store, CustomerId id, EraseReason reason);

} // namespace crema::sync
