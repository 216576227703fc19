// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/giftcards/gift_ledger.h"
#include "models/giftcards/gift_sale.h"

namespace crema::sync {

/// A gift card that was made just now. The code is nowhere else, and never to be had again.
struct IssuedGiftCard {
    GiftCard card;
    QString code;

    friend bool operator==(const IssuedGiftCard &, const IssuedGiftCard &) = default;
};

/// A gift card or store credit as this device knows it: the platform's balance and what is on its way from here.
struct GiftCardView {
    GiftCard card;
    QString customer;             ///< whose store credit it is; empty for a card
    QList<GiftEntry> entries;     ///< those of sales that are known here, the newest first
    Money payable;                ///< what it pays here now: no more than the offline limit without a connection
    std::optional<Problem> block; ///< why it pays nothing at all

    friend bool operator==(const GiftCardView &, const GiftCardView &) = default;
};

} // namespace crema::sync
