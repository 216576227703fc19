// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/parked_cart.h"
#include "sync/client/sale_draft.h"

namespace crema::sync {

/// A parked cart with the names of whom and what it speaks of, as far as they are known here.
struct ParkedCartView {
    ParkedCart cart;
    QString byName;       ///< who parked it
    QString registerName; ///< where
    QString customerName;
    QString endedByName;
    QString endedAtName; ///< the register where it ended

    friend bool operator==(const ParkedCartView &, const ParkedCartView &) = default;
};

/// What is in it, for the rules.
[[nodiscard]] SaleDraft draftOf(const ParkedCart &cart);
/// Lines, discounts, customer and note of the cart; all else is left as it is.
[[nodiscard]] ParkedCart withContent(ParkedCart cart, const SaleDraft &draft);

} // namespace crema::sync
