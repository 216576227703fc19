// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/customer_history.h"
#include "sync/store/local_store.h"

namespace crema::sync {

// Failures of the storage are thrown. Practice is in no sale that is stored, so it is in none of this.

/// What those who are one customer bought. Errors: `customer.unknown` where none of them is known.
[[nodiscard]] Result<CustomerHistory> historyOf(LocalStore &store, const QList<CustomerId> &customers,
                                                const HistoryPage &page);

/// Their statement, on the name of the first. Errors: `customer.unknown`, `statement.period` where it ends before it
/// begins.
[[nodiscard]] Result<CustomerStatement> statementOf(LocalStore &store, const QList<CustomerId> &customers,
                                                    const StatementPeriod &period);

} // namespace crema::sync
