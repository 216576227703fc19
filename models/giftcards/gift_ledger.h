// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/giftcards/gift_card.h"
#include "models/selling/sale.h"

namespace crema {

enum class GiftEntryKind {
    Loaded,   ///< sold: a line of a sale
    Redeemed, ///< paid with
    PaidBack, ///< a refund went to it
    Adjusted, ///< by a manager, with a reason
};

/// "loaded", "redeemed", "paid_back", "adjusted"; stable, as stored and sent.
[[nodiscard]] QString giftEntryKindText(GiftEntryKind kind);
[[nodiscard]] std::optional<GiftEntryKind> giftEntryKindFromText(QStringView text);

/// One movement of a card's or a customer's balance. It follows from its document and is never changed.
struct GiftEntry {
    static constexpr qsizetype longestReason = 200; ///< in UTF-16 units

    GiftCardId card;
    QUuid document;         ///< the sale, or the operation that adjusted
    std::int32_t place = 0; ///< among the entries of the document, from 0
    GiftEntryKind kind = GiftEntryKind::Loaded;
    Money amount;   ///< what it adds to the balance; below zero: spent
    QString reason; ///< of an adjustment
    UtcTime at;

    friend bool operator==(const GiftEntry &, const GiftEntry &) = default;
};

/// What a sale moves, in the order of its lines and then of its payments: what its lines load, what it was paid with,
/// and what went back to a card or to the customer's store credit. A payment by gift card that names none moves nothing
/// that anybody could say (review `gift_card.unknown`).
[[nodiscard]] QList<GiftEntry> giftEntriesOf(const Sale &sale);
/// Whether a payment is to be found in a ledger, and is in none.
[[nodiscard]] bool lacksItsCard(const Payment &payment, const std::optional<CustomerId> &customer);
/// The card that a payment was made with, or went back to; store credit is the customer's.
[[nodiscard]] std::optional<GiftCardId> cardOf(const Payment &payment, const std::optional<CustomerId> &customer);

/// What was sold of gift cards in it: no revenue, and owed until it is redeemed.
[[nodiscard]] Money loadedBy(const Sale &sale);

/// The card with this entry in its balance. What cannot be held is left out, as in the sums of a shift.
[[nodiscard]] GiftCard withEntry(GiftCard card, const GiftEntry &entry);

} // namespace crema
