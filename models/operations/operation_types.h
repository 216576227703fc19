// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/// The operation types of this version, with the schema number that it writes. A change of a body is a new
/// schema number (docs/wire.md), never an edit.
namespace crema::operation {

inline constexpr QStringView shiftOpen = u"shift.open";
inline constexpr QStringView shiftClose = u"shift.close";
inline constexpr QStringView cashMove = u"cash.move";
inline constexpr QStringView saleComplete = u"sale.complete";
inline constexpr QStringView cartPark = u"cart.park";
inline constexpr QStringView cartTake = u"cart.take";
inline constexpr QStringView cartDiscard = u"cart.discard";
inline constexpr QStringView stockAdjust = u"stock.adjust";
inline constexpr QStringView productCreate = u"product.create";
inline constexpr QStringView productEdit = u"product.edit";
inline constexpr QStringView variantCreate = u"variant.create";
inline constexpr QStringView variantEdit = u"variant.edit";
inline constexpr QStringView promotionCreate = u"promotion.create";
inline constexpr QStringView promotionEdit = u"promotion.edit";
inline constexpr QStringView priceListCreate = u"price_list.create";
inline constexpr QStringView priceListEdit = u"price_list.edit";
inline constexpr QStringView customerCreate = u"customer.create";
inline constexpr QStringView customerEdit = u"customer.edit";
inline constexpr QStringView customerErase = u"customer.erase";
inline constexpr QStringView customerMerge = u"customer.merge";
inline constexpr QStringView customerUnmerge = u"customer.unmerge";
inline constexpr QStringView personCreate = u"person.create";
inline constexpr QStringView personEdit = u"person.edit";
inline constexpr QStringView personSetPin = u"person.set_pin";
inline constexpr QStringView personSetBadge = u"person.set_badge";
inline constexpr QStringView personErase = u"person.erase";
inline constexpr QStringView roleCreate = u"role.create";
inline constexpr QStringView roleEdit = u"role.edit";
inline constexpr QStringView giftCardCreate = u"gift_card.create";
inline constexpr QStringView giftCardEdit = u"gift_card.edit";
inline constexpr QStringView giftCardAdjust = u"gift_card.adjust";
inline constexpr QStringView paymentAsk = u"payment.ask";
inline constexpr QStringView paymentCancel = u"payment.cancel";
inline constexpr QStringView paymentSettle = u"payment.settle";
inline constexpr QStringView pointsAdjust = u"points.adjust";
inline constexpr QStringView settingsEdit = u"settings.edit";
inline constexpr QStringView attentionResolve = u"attention.resolve";

/// Facts happened in the world and are never refused; everything else is a request (design.md section 1).
[[nodiscard]] inline bool isFact(QStringView type)
{
    return type == shiftOpen || type == shiftClose || type == cashMove || type == saleComplete || type == stockAdjust ||
           type == cartPark || type == cartTake || type == cartDiscard || type == paymentAsk || type == paymentCancel;
}

/// Whoever it is about is forgotten; what it says itself is no word about them (ADR 041 and 044).
[[nodiscard]] inline bool isErasure(QStringView type)
{
    return type == customerErase || type == personErase;
}

} // namespace crema::operation
