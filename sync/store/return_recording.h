// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/return_draft.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What may still come back of a sale, by receipt number or id. Errors: `sale.unknown`.
[[nodiscard]] Result<ReturnableSale> findReturnable(LocalStore &store, const QString &number);

/// What a return or an exchange comes to, and how money goes back; number and shift are missing, and so are payments
/// where something is to be paid. Errors: `sale.unknown`, those of models/selling/return_rules.h and of quoteSale().
[[nodiscard]] Result<Sale> quoteReturn(LocalStore &store, const ReturnDraft &draft);

/// Inside LocalStore::write(): rules, receipt number and operation of a return or an exchange. Errors: as above, those
/// of recordSaleOf(), `return.beyond_limit`, `auth.not_allowed`.
[[nodiscard]] Result<Sale> recordReturnOf(LocalStore &store, const ReturnDraft &draft);

} // namespace crema::sync
