// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/quote.h"

namespace crema {

/// What a customer hands over in one way. Greater than zero; cash may be zero when nothing is due in coins.
struct Tender {
    PaymentMethod method = PaymentMethod::Cash;
    Money amount;
    bool isConfirmed = false; ///< a person said that so much cash is right
    std::optional<CardSlip> card;
    Money tip = Money(0, amount.currency()); ///< of cash in its amount, otherwise beyond it; not negative
    std::optional<GiftCardId> giftCard;
    std::optional<PaymentIntentId> intent = {}; ///< of an online payment, which is paid

    friend bool operator==(const Tender &, const Tender &) = default;
};

/// Who, where and when of a sale; the rest comes from the quote and the tenders.
struct SaleHeader {
    SaleId id;
    QString number;
    ShiftId shift;
    LocationId location;
    RegisterId registerId;
    std::optional<PersonId> cashier;
    UtcTime completedAt;
};

/// What is still to be paid of `total` after the tenders so far, rounded as if the rest were paid in cash; never
/// negative. Tenders that completeSale() would refuse are counted as they are.
[[nodiscard]] CashDue remainingInCash(Money total, const QList<Tender> &tenders, const CashRounding &rounding);

/// The paid sale. Tenders other than cash settle first and to the cent; what remains is rounded for cash, all cash is
/// one payment, and only cash gives change. Errors: `sale.empty`, `payment.amount`, `payment.too_much` (other than cash
/// takes more than there is to pay, or cash where nothing remains), `payment.short` (the message and field `missing`
/// say how much is missing), `payment.currency`, `payment.customer` (on account or by store credit, and nobody
/// knows whose), `payment.gift_card` (no card is named; what is on it is for the caller to look up), `payment.not_paid`
/// (online, and no intent is named; whether it may pay this is for the caller to look up), `payment.tip`
/// (below zero, or more than what it is given on top of), `money.overflow`, and those of doubtCash(), of which
/// `payment.unusual` ends with a confirmed tender.
[[nodiscard]] Result<Sale> completeSale(const Quote &quote, const QList<Tender> &tenders, const CashRounding &rounding,
                                        const SaleHeader &header);

} // namespace crema
