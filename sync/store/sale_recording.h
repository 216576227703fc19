// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/sale_draft.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What a draft comes to with the catalog's prices and taxes; number, shift and tenders may be missing. It is not paid
/// yet, so nothing is rounded: what is due in cash is for remainingInCash() to say.
/// Errors: `product.unknown`, `sale.unpriced`, `sale.tax_missing`, `product.archived`, and those of
/// models/pricing/quote.h.
[[nodiscard]] Result<Sale> quoteSale(LocalStore &store, const SaleDraft &draft);

/// Inside LocalStore::write(): rules, receipt number and operation of a sale.
/// Errors: `device.not_enrolled`, `shift.not_open`, and those of quoteSale() and models/selling/complete_sale.h.
[[nodiscard]] Result<Sale> recordSaleOf(LocalStore &store, const SaleDraft &draft);

/// Inside LocalStore::write(). Errors: `device.not_enrolled`, `shift.already_open`, `shift.float`.
[[nodiscard]] Result<Shift> recordShiftOpen(LocalStore &store, const Money &floatAmount);
/// Inside LocalStore::write(). Errors: `device.not_enrolled`, `product.unknown`, `stock.delta`, `stock.note`.
[[nodiscard]] Result<Quantity> recordStockAdjust(LocalStore &store, VariantId variant, Quantity delta,
                                                 MovementReason reason, const QString &note);

} // namespace crema::sync
