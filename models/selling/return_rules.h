// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/complete_sale.h"

namespace crema {

/// One line of a sale, and what of it came back. `left` and the amounts are what may come back yet.
struct ReturnableLine {
    std::int32_t line = 0; ///< its place in the sale, from 0
    Quantity sold;
    Quantity returned; ///< may be more than was sold: two registers did not know of each other (`return.exceeds`)
    Quantity left;     ///< sold − returned; never negative
    Money net;
    Money tax;
    Money gross; ///< what all that is left had cost

    friend bool operator==(const ReturnableLine &, const ReturnableLine &) = default;
};

/// What of each line of `sale` may still be taken back, in the order of its lines: of one that sold a gift card nothing
/// (ADR 060). `earlier` are the documents that
/// take back something of it, others among them do not count.
[[nodiscard]] QList<ReturnableLine> returnable(const Sale &sale, const QList<Sale> &earlier);
/// The same of one line; nothing for a line that the sale does not have.
[[nodiscard]] std::optional<ReturnableLine> returnableLine(const Sale &sale, const QList<Sale> &earlier,
                                                           std::int32_t line);

/// What somebody brings back of one line of a sale.
struct ReturnPick {
    std::int32_t line = 0;    ///< its place in the sale, from 0; each at most once
    Quantity quantity;        ///< 1 to what is left
    std::optional<Money> fee; ///< restocking fee for the whole pick, 0 to what it had cost; nothing: none
    bool restock = true;
    QString reason; ///< may be empty, at most maxReturnReason

    friend bool operator==(const ReturnPick &, const ReturnPick &) = default;
};

/// Everything that may still be taken back, without a fee.
[[nodiscard]] QList<ReturnPick> everythingLeft(const Sale &sale, const QList<Sale> &earlier, const QString &reason,
                                               bool restock);

/// The picks with their share of what the lines had cost. The share is that of all that came back so far less what was
/// credited before, so that the parts of a line sum to the whole to the minor unit, in whatever order and quantities
/// it comes back. Errors, with the field `lines[n].…` of the pick: `return.empty`, `return.no_line`,
/// `return.quantity`, `return.exceeds` (the message says how much is left), `return.gift_card`, `return.fee`,
/// `return.reason`.
[[nodiscard]] Result<QList<ReturnedLine>> takeBack(const Sale &sale, const QList<Sale> &earlier,
                                                   const QList<ReturnPick> &picks);

/// What comes back without a receipt, for the price of a line as the till would ring it up now, without discounts.
/// Errors: `quantity.range`, `return.fee`, `return.reason`, `money.overflow`.
[[nodiscard]] Result<ReturnedLine> takeBackWithoutReceipt(const CartLine &line, PricesInclude pricesInclude,
                                                          const ReturnPick &pick);

/// The same for what so much of it would be sold for now, with all that takes something off: a line of a quote whose
/// quantity is that of the pick.
[[nodiscard]] Result<ReturnedLine> takeBackWithoutReceipt(const SaleLine &asSold, const ReturnPick &pick);

/// Where money goes that is paid back.
enum class RefundTo {
    Original, ///< as it was paid, method by method in their order and up to what came by each; the rest in cash
    Cash,
    GiftCard,    ///< all of it onto the card of the basis
    StoreCredit, ///< all of it to the customer, to spend here
};

/// What was paid for what comes back, and what was paid back of it already.
struct RefundBasis {
    RefundTo to = RefundTo::Original;
    std::optional<Sale> sale;                          ///< nothing: no receipt was shown, and money goes back in cash
    QList<Sale> earlier;                               ///< as in returnable()
    std::optional<GiftCardId> giftCard = std::nullopt; ///< of RefundTo::GiftCard
};

/// What is paid back of `amount` (greater than zero), as payments with amounts below zero. Cash is rounded as the sale
/// was, over all that was paid back of it in cash so far: a sale that comes back in parts pays back what was paid.
struct Refund {
    QList<Payment> payments;
    Money rounding; ///< payments = −amount + rounding

    friend bool operator==(const Refund &, const Refund &) = default;
};
[[nodiscard]] Refund refundOf(Money amount, const RefundBasis &basis, const CashRounding &rounding);
/// What a document whose total is below zero pays back: by the ways of the sale at most what came back with its
/// receipt, the rest in cash (ADR 050). Goods that are bought beside it are paid by what came without a receipt first.
[[nodiscard]] Refund refundOf(const Sale &document, const RefundBasis &basis, const CashRounding &rounding);

/// The taxes of a document: those of what is sold, less those of what is taken back, and with those in the fees.
[[nodiscard]] QList<TaxSummary> taxesWithReturns(const QList<TaxSummary> &sold, const QList<ReturnedLine> &returns);

/// What a document comes to before anything is paid: `bought` (its lines may be none) less what is taken back; without
/// number and payments. Errors: `return.empty`, `money.overflow`, `return.currency`.
[[nodiscard]] Result<Sale> returnTotals(const Quote &bought, const QList<ReturnedLine> &returns);

/// The whole document. Where something is to be paid, `tenders` pay it as in completeSale(); where money is paid back,
/// the basis says how, and tenders are refused. Errors: those of returnTotals() and completeSale(),
/// `payment.gift_card` and `payment.customer` (it goes to a card or a customer that nobody named), and
/// `payment.nothing_due` (tenders where nothing is to be paid).
[[nodiscard]] Result<Sale> completeReturn(const Quote &bought, const QList<ReturnedLine> &returns,
                                          const QList<Tender> &tenders, const RefundBasis &basis,
                                          const CashRounding &rounding, const SaleHeader &header);

/// What a document pays out, as an amount that is not negative.
[[nodiscard]] Money paidOut(const Sale &sale);

} // namespace crema
