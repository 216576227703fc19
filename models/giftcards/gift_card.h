// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/money/money.h"

#include <QDate>
#include <QString>

#include <optional>

namespace crema {

enum class GiftCardState {
    Active,
    Blocked, ///< lost or stolen: nothing is paid with it until a manager says otherwise
};

/// "active", "blocked"; stable, as stored and sent.
[[nodiscard]] QString giftCardStateText(GiftCardState state);
[[nodiscard]] std::optional<GiftCardState> giftCardStateFromText(QStringView text);

/// Money that the shop owes to whoever shows a code, or to a customer (store credit): a voucher for several purposes,
/// so no tax is due when it is sold but when it is redeemed (Directive (EU) 2016/1065). The balance is the sum of the
/// ledger and follows from documents alone (models/giftcards/gift_ledger.h).
struct GiftCard {
    GiftCardId id;
    QString codeHash;   ///< see gift_code.h; empty: store credit, or one that is known from documents only
    QString lastDigits; ///< of the code; empty where there is no hash
    GiftCardState state = GiftCardState::Active;
    std::optional<QDate> expires;       ///< the last day on which it pays; nothing: never
    std::optional<CustomerId> customer; ///< whose store credit this is; nothing: a card
    Money balance;                      ///< below zero where more was spent than there was (review)

    [[nodiscard]] bool isStoreCredit() const { return customer.has_value(); }
    [[nodiscard]] bool isExpiredOn(const QDate &day) const { return expires && day.isValid() && *expires < day; }

    friend bool operator==(const GiftCard &, const GiftCard &) = default;
};

/// The store credit of a customer: made from both (RFC 9562 version 5), so that every register agrees on it.
[[nodiscard]] GiftCardId storeCreditId(CustomerId customer, Currency currency);
/// Empty, as it is before the first document about it.
[[nodiscard]] GiftCard emptyStoreCredit(CustomerId customer, Currency currency);

/// Errors, with the field: `gift_card.hash` for a code that was not hashed as it has to be.
[[nodiscard]] Result<GiftCard> checkedGiftCard(const GiftCard &card);

/// Whether it pays so much on `day`, as far as it is known here. Errors: `gift_card.currency`, `gift_card.blocked`,
/// `gift_card.expired`, `gift_card.balance` (the message says how much is left).
[[nodiscard]] Result<void> mayPay(const GiftCard &card, const Money &amount, const QDate &day);

/// How much of a card a register takes that does not reach the platform: of what it knew last no more than the shop
/// lets, in the currency of the card. `usedToday` is what this register took of it on this day.
struct OfflineLimit {
    std::int64_t units = 0; ///< whole units of the currency (setting `gift_card.offline_limit`)
    Money usedToday;

    [[nodiscard]] Money most(Currency currency) const;
};
/// Errors: `gift_card.offline_limit` (the message says how much may still be taken).
[[nodiscard]] Result<void> mayPayOffline(const OfflineLimit &limit, const Money &amount);

} // namespace crema
