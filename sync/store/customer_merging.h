// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/merge.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Inside LocalStore::write(): two turned out to be one (ADR 067). Whoever stays gets what was known of the other and
/// not of them, and the other's points and store credit of this currency as far as this store knows them. Gives whoever
/// stays. Errors: `customer.unknown`, `customer.erased`, `customer.same` (they are one already), those of record().
[[nodiscard]] Result<Customer> recordCustomerMerge(LocalStore &store, CustomerId from, CustomerId into);
/// Inside LocalStore::write(): two after all. What was moved stays where it is. Gives whoever is in the lists again.
/// Errors: `customer.unknown`, `customer.not_merged`, those of record().
[[nodiscard]] Result<Customer> recordCustomerUnmerge(LocalStore &store, CustomerId id);

} // namespace crema::sync
