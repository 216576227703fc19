// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/off_catalog.h"
#include "models/selling/sale.h"

#include <QStringList>

#include <optional>

namespace crema::sync {

/// A discount as a person gives it: either a rate or an amount.
struct DiscountDraft {
    QString label;
    std::optional<std::int32_t> tenThousandths; ///< 1000 is 10 %
    std::optional<Money> amount;
};

/// One line as it was rung up. Price and tax come from the catalog in the moment of completing.
struct SaleLineDraft {
    VariantId variant;
    Quantity quantity{1};       ///< in the variant's smallest unit, 1 to Quantity::maxLine
    std::optional<Price> price; ///< a price given by hand; nothing: the catalog's
    QList<DiscountDraft> discounts;
    QString note;
    QList<ModifierId> modifiers = {};          ///< chosen for it; what they add comes from the settings of the place
    std::optional<OffCatalog> offCatalog = {}; ///< in place of an article: the variant says nothing then
};

/// Money that the customer puts on a gift card.
struct GiftLoadDraft {
    GiftCardId card; ///< that is known here
    Money amount;    ///< greater than zero
};

/// What the customer hands over, as in Tender.
struct TenderDraft {
    PaymentMethod method = PaymentMethod::Cash;
    Money tendered;           ///< greater than zero, except for a sale of nothing
    bool isConfirmed = false; ///< a person said that so much cash is right
    std::optional<CardSlip> card = {};
    Money tip = Money(0, tendered.currency()); ///< of cash in what is tendered, otherwise beyond it
    std::optional<GiftCardId> giftCard = {};
    std::optional<PaymentIntentId> intent = {}; ///< of an online payment, which is paid
};

/// Everything that makes a sale, before the rules, the receipt number and the clock.
struct SaleDraft {
    QList<SaleLineDraft> lines;     ///< at least one, or a gift card
    QList<DiscountDraft> discounts; ///< of the whole cart
    QList<TenderDraft> tenders;
    std::optional<CustomerId> customer;
    QString note;        ///< for staff
    QStringList coupons; ///< codes that were shown, as couponCode() writes them; at most maxShownCoupons
    /// The till's open cart: what keepOpenCart() kept goes in the same step in which the sale is recorded.
    bool endsOpenCart = false;
    QList<GiftLoadDraft> giftCards = {}; ///< sold or loaded beside the lines
    std::int64_t points = 0;             ///< of the customer that are taken for a discount of the cart
    QString customerNote = {};           ///< for the customer, on the receipt
    /// Rung up in training: the rules are asked, and nothing is recorded.
    bool isPractice = false;
};

} // namespace crema::sync
