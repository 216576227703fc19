// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"
#include "models/selling/sale.h"

namespace crema {

/// Gift cards and store credit (ADR 060): a card is made, blocked or let in again, and adjusted by a manager; all else
/// that moves a balance is in a sale.
[[nodiscard]] Effect applyGiftCardCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyGiftCardEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode);
[[nodiscard]] Effect applyGiftCardAdjust(const Operation &operation, Aggregates &aggregates, MergeMode mode);

/// Books what a sale moves on cards and store credit: it happened, so it is never refused. `gift_card.unknown`,
/// `gift_card.blocked`, `gift_card.expired`, `gift_card.overdrawn` and `gift_card.other_currency` are appended to
/// `reviews`, where each stands once in the end.
void bookGiftCards(const Operation &operation, const Sale &sale, Aggregates &aggregates, QStringList &reviews);

} // namespace crema
