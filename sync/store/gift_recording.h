// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/complete_sale.h"
#include "sync/client/gift_card_view.h"
#include "sync/client/sale_draft.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Inside LocalStore::write(): a new card with nothing on it, in the currency of this place. Errors: those of record().
[[nodiscard]] Result<IssuedGiftCard> recordNewGiftCard(LocalStore &store);
/// Inside LocalStore::write(): state and expiry. Errors: those of record().
[[nodiscard]] Result<GiftCard> recordGiftCardEdit(LocalStore &store, const GiftCard &before, const GiftCard &after);
/// Inside LocalStore::write(). Errors: `gift_card.unknown`, `gift_card.amount`, `gift_card.reason`,
/// `gift_card.currency` and those of record(). Where what it comes `after` is refused, nothing is adjusted.
[[nodiscard]] Result<GiftCard> recordGiftCardAdjust(LocalStore &store, const GiftCard &card, const Money &amount,
                                                    const QString &reason, const QList<OperationId> &after = {});

/// By its code, as it was scanned or typed. Errors: `gift_card.code` (the check digits do not fit),
/// `gift_card.unknown`.
[[nodiscard]] Result<GiftCardView> findGiftCard(LocalStore &store, const QString &code);
/// Errors: `gift_card.unknown`.
[[nodiscard]] Result<GiftCardView> findGiftCard(LocalStore &store, GiftCardId id);
/// The store credit of a customer in the currency of this place, which may be nothing yet.
[[nodiscard]] GiftCardView storeCreditOf(LocalStore &store, CustomerId customer);
[[nodiscard]] GiftCardView viewOf(LocalStore &store, const GiftCard &card);

/// What the drafts load, with what the receipt says of the cards. Errors: `gift_card.unknown`, `gift_card.blocked`,
/// `gift_card.currency`.
[[nodiscard]] Result<QList<GiftLoad>> giftLoadsOf(LocalStore &store, const SaleDraft &draft);
/// Whether cards and store credit pay what the tenders say, all of one card together. Errors: `payment.gift_card` (none
/// is named), `payment.customer`, and those of models/giftcards/gift_card.h.
[[nodiscard]] Result<void> checkGiftTenders(LocalStore &store, const QList<Tender> &tenders,
                                            const std::optional<CustomerId> &customer);

/// Whether money may be paid back to a card. Errors: `gift_card.unknown`, `gift_card.currency`, `gift_card.blocked`.
[[nodiscard]] Result<void> mayTakeBack(LocalStore &store, GiftCardId id);

} // namespace crema::sync
