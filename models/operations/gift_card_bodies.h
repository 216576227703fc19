// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/giftcards/gift_card.h"
#include "models/operations/edit.h"
#include "models/operations/operation.h"

/// The bodies of the operations about gift cards, as models/operations/bodies.h has those of the others.
namespace crema::body {

/// Changes what is on a card, or on a customer's store credit.
struct GiftCardAdjust {
    Money amount;                       ///< added to the balance; not zero
    QString reason;                     ///< 1 to GiftEntry::longestReason
    std::optional<CustomerId> customer; ///< whose store credit it is, which may not be there yet

    friend bool operator==(const GiftCardAdjust &, const GiftCardAdjust &) = default;
};

/// A new card: without its id, which is the subject, and empty.
[[nodiscard]] QJsonObject toJson(const GiftCard &card);
[[nodiscard]] QJsonObject toJson(const GiftCardAdjust &body);

/// Errors: `operation.malformed` with the fields.
[[nodiscard]] Result<GiftCard> readGiftCardCreate(const Operation &operation);
[[nodiscard]] Result<GiftCardAdjust> readGiftCardAdjust(const Operation &operation);

/// State and expiry.
[[nodiscard]] const EditableFields &giftCardFields();

} // namespace crema::body
