// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/complete_sale.h"
#include "sync/client/sale_draft.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What a draft comes to with the catalog's prices and taxes; number, shift and tenders may be missing. It is not paid
/// yet, so nothing is rounded: what is due in cash is for remainingInCash() to say.
/// Errors: `product.unknown`, `sale.unpriced`, `sale.tax_missing`, `product.archived`, `sale.note`, those of
/// models/pricing/quote.h, and for bundles those of sync/store/bundle_parts.h.
[[nodiscard]] Result<Sale> quoteSale(LocalStore &store, const SaleDraft &draft);

/// The same before it is a sale: of no lines it costs nothing.
[[nodiscard]] Result<Quote> quoteOf(LocalStore &store, const SaleDraft &draft);
/// Where and when this device prices something, and for whom.
[[nodiscard]] PricingOccasion pricingOccasion(LocalStore &store, const SaleDraft &draft);
/// A price of the catalog, or given by hand, with the tax of its product. Errors: `product.unknown`, `sale.unpriced`,
/// `sale.tax_missing`.
[[nodiscard]] Result<CartLine> catalogLine(LocalStore &store, VariantId variant, const std::optional<Price> &price);

/// The shift that this register sells in. Errors: `device.not_enrolled`, `shift.not_open`.
[[nodiscard]] Result<Shift> shiftToSellIn(LocalStore &store);
/// Inside LocalStore::write(), with what shiftToSellIn() gave: the next receipt number, and who, where and when.
[[nodiscard]] SaleHeader nextSale(LocalStore &store, const Shift &shift);
/// How the drafts are paid. Errors: `payment.company`, and those of checkGiftTenders().
[[nodiscard]] Result<QList<Tender>> tendersOf(LocalStore &store, const SaleDraft &draft);

/// Inside LocalStore::write(): rules, receipt number and operation of a sale.
/// Errors: `device.not_enrolled`, `shift.not_open`, and those of quoteSale() and models/selling/complete_sale.h.
[[nodiscard]] Result<Sale> recordSaleOf(LocalStore &store, const SaleDraft &draft);

/// The same sale as it would be, with practiceNumber in the place of a receipt number; nothing is recorded or counted,
/// and nobody is asked for a right.
[[nodiscard]] Result<Sale> practiseSaleOf(LocalStore &store, const SaleDraft &draft);

/// Inside LocalStore::write(). Errors: `device.not_enrolled`, `shift.already_open`, `shift.float`.
[[nodiscard]] Result<Shift> recordShiftOpen(LocalStore &store, const Money &floatAmount);
/// Inside LocalStore::write(). Errors: `device.not_enrolled`, `product.unknown`, `bundle.no_stock`, `stock.delta`,
/// `stock.note`.
[[nodiscard]] Result<Quantity> recordStockAdjust(LocalStore &store, VariantId variant, Quantity delta,
                                                 MovementReason reason, const QString &note);

} // namespace crema::sync
