// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/cash_rounding.h"
#include "models/pricing/cart.h"
#include "models/pricing/promotion_evaluator.h"
#include "models/selling/sale.h"

namespace crema {

/// What a location decides about prices.
struct PricingRules {
    PricesInclude pricesInclude = PricesInclude::Tax;
    QList<Promotion> promotions = {};
    PricingOccasion occasion = {};
    ProductCategories categories = {}; ///< of the products in the cart
};

/// A cart, computed: what each line costs, what the tax is and what is to be paid.
struct Quote {
    PricesInclude pricesInclude = PricesInclude::Tax;
    QList<SaleLine> lines;         ///< in the order of the cart
    QList<SaleDiscount> discounts; ///< of the whole cart, with what each took off
    QList<TaxSummary> taxes;       ///< one per rate, lowest rate first
    Money subtotal;                ///< price × quantity of all lines, before any discount
    Money discountTotal;           ///< what all discounts took off; subtotal − discountTotal (+ tax on top) = total
    Money tax;
    Money total;
    std::optional<CustomerId> customer;
    QString note;
    QString customerNote;
    QStringList spareCoupons = {}; ///< codes that were shown and gave nothing
    std::int64_t points = 0;       ///< that the customer earns by it, where the shop gives any (models/loyalty)

    /// What is due when all of it is paid in cash.
    [[nodiscard]] CashDue cash(const CashRounding &rounding) const { return rounding.roundForCash(total); }

    friend bool operator==(const Quote &, const Quote &) = default;
};

/// Computes a cart. The same function runs at the till and on the platform. What a bundle takes off its lines comes
/// first; promotions of articles pass over them (ADR 064). Promotions come before what was given by hand, at a line and
/// at the cart. Discounts of the cart are shared first by tax rate and then by line, so that the
/// order of the lines never changes a tax or the total.
/// Errors: those of checkedCart(), and `money.overflow`. An empty cart costs zero.
[[nodiscard]] Result<Quote> quote(const Cart &cart, const PricingRules &rules);

} // namespace crema
