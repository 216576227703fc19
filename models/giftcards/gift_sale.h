// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/quote.h"

namespace crema {

/// Money that a customer puts on a card, beside the goods of a cart.
struct GiftLoad {
    static constexpr qsizetype most = 50; ///< in one sale

    GiftCardId card;
    QString lastDigits; ///< of the code, for the receipt
    Money amount;       ///< greater than zero

    friend bool operator==(const GiftLoad &, const GiftLoad &) = default;
};

/// The line that sells it: a voucher for several purposes, so without tax and in no tax summary (ADR 060). It has the
/// id of the card where goods have those of article and product.
[[nodiscard]] SaleLine giftLine(const GiftLoad &load);

/// The quote with a line for each, behind those of the goods: no discount reaches them, and the total holds them.
/// Errors: `gift_card.amount`, `cart.currency`, `cart.full`, `money.overflow`.
[[nodiscard]] Result<Quote> withGiftCards(Quote quote, const QList<GiftLoad> &loads);

} // namespace crema
