// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

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
};

/// What the customer hands over.
struct TenderDraft {
    PaymentMethod method = PaymentMethod::Cash;
    Money tendered;           ///< greater than zero, except for a sale of nothing
    bool isConfirmed = false; ///< a person said that so much cash is right
};

/// Everything that makes a sale, before the rules, the receipt number and the clock.
struct SaleDraft {
    QList<SaleLineDraft> lines;     ///< at least one
    QList<DiscountDraft> discounts; ///< of the whole cart
    QList<TenderDraft> tenders;
    std::optional<CustomerId> customer;
    QString note;
    /// The till's open cart: what keepOpenCart() kept goes in the same step in which the sale is recorded.
    bool endsOpenCart = false;
    /// Rung up in training: the rules are asked, and nothing is recorded.
    bool isPractice = false;
};

} // namespace crema::sync
