// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/return_rules.h"
#include "sync/client/sale_draft.h"
#include "sync/client/sale_view.h"

namespace crema::sync {

/// A sale with what may come back of it.
struct ReturnableSale {
    SaleView sale;
    QList<ReturnableLine> lines; ///< in the order of its lines; `left` is zero where all came back
    QList<Sale> earlier;         ///< the documents that took back something of it, the oldest first

    friend bool operator==(const ReturnableSale &, const ReturnableSale &) = default;
};

/// What comes back without a receipt.
struct UnreceiptedDraft {
    VariantId variant;
    Quantity quantity{1};
    std::optional<Price> price; ///< what is given for it; nothing: what anybody pays for it now
    std::optional<Money> fee;   ///< for the whole line
    bool restock = true;
    QString reason;
};

/// Everything that makes a return or an exchange, before the rules, the receipt number and the clock.
struct ReturnDraft {
    std::optional<SaleId> sale;             ///< whose receipt was shown
    QList<ReturnPick> lines;                ///< of that sale
    QList<UnreceiptedDraft> withoutReceipt; ///< asks for the permission `sales.return_without_receipt`
    /// What is bought in exchange; none for a return. Its tenders pay what is to be paid, if anything; its customer is
    /// that of the sale where it names none.
    SaleDraft bought;
    RefundTo to = RefundTo::Original;
    std::optional<GiftCardId> giftCard = std::nullopt; ///< of RefundTo::GiftCard
};

} // namespace crema::sync
