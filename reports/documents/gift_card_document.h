// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/giftcards/gift_card.h"
#include "reports/documents/shift_document.h"

namespace crema::documents {

/// What the customer takes home of a card.
struct GiftCardSlipInput {
    CashPaperHead head;
    GiftCard card; ///< with what is on it now
    QString code;  ///< empty where nobody has it any more: then the card that is shown counts
    UtcTime at;
};

/// The slip of a gift card with its code as bars and in groups of four digits: whoever has it, has the money.
[[nodiscard]] PrintedDocument giftCardSlip(const GiftCardSlipInput &input, const QLocale &locale);

} // namespace crema::documents
