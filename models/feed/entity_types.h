// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/// The names of entities in feed rows and of the subjects of operations; stable on the wire.
namespace crema::entity {

inline constexpr QStringView company = u"company";
inline constexpr QStringView location = u"location";
inline constexpr QStringView registerType = u"register";
/// What a place has set (models/settings/shop_settings.h); its id is that of the company or of the location.
inline constexpr QStringView settings = u"settings";
inline constexpr QStringView person = u"person";
/// A role that the company made; the built-in ones are no entities.
inline constexpr QStringView role = u"role";
inline constexpr QStringView category = u"category";
inline constexpr QStringView taxClass = u"tax_class";
inline constexpr QStringView product = u"product";
inline constexpr QStringView variant = u"variant";
inline constexpr QStringView promotion = u"promotion";
inline constexpr QStringView priceList = u"price_list";
inline constexpr QStringView customer = u"customer";
/// A gift card, or the store credit of a customer (models/giftcards/gift_card.h).
inline constexpr QStringView giftCard = u"gift_card";
/// What a till asked of the payment provider (models/payments/payment_intent.h).
inline constexpr QStringView paymentIntent = u"payment_intent";
/// The points of a customer (models/loyalty); its id is the customer's.
inline constexpr QStringView loyaltyAccount = u"loyalty_account";
inline constexpr QStringView shift = u"shift";
inline constexpr QStringView sale = u"sale";
/// Cash that came into a drawer or left it other than by a sale.
inline constexpr QStringView cashMovement = u"cash_movement";
/// A sale that was left for later.
inline constexpr QStringView parkedCart = u"parked_cart";
inline constexpr QStringView stockLevel = u"stock_level";
inline constexpr QStringView movement = u"movement";
/// What became of an operation that waited, for the device that sent it; its id is the operation's.
inline constexpr QStringView acknowledgement = u"acknowledgement";

/// What a person has to decide about; see models/operations/attention_card.h.
inline constexpr QStringView attention = u"attention";

} // namespace crema::entity
