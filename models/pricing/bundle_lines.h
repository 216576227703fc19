// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/cart.h"

namespace crema {

/// A bundle as it is rung up (ADR 064).
struct BundleOffer {
    VariantId variant;
    QString name;           ///< with its options
    std::int32_t place = 0; ///< among the bundles of the cart, from 0
    Price price;            ///< of one bundle
    bool isPriceByHand = false;
    Quantity quantity{1};           ///< how many bundles, at least 1
    QList<CartLine> parts;          ///< one for each component, with the quantity that is in one bundle
    QList<Discount> discounts = {}; ///< given for the bundle by hand, each on what the ones before it left
    QString note = {};
};

/// The lines that a bundle puts into the cart: its parts, each at its own price with its own tax, and what the bundle
/// takes off them shared in proportion to what they cost, by the largest remainder (models/money/allocation.h), so that
/// they come to the price of the bundle to the minor unit. Parts that cost less than the bundle by now are sold for
/// what they cost: nobody pays more because something is in a bundle. A percentage given by hand is given of each part;
/// an amount is shared over what is left of them. The note goes to the first part. Errors: `bundle.empty`,
/// `bundle.dearer` (a price by hand above what the parts cost), `quantity.range`, `cart.currency`, `money.overflow`.
[[nodiscard]] Result<QList<CartLine>> bundleLines(const BundleOffer &offer);

/// The discount that the bundle of this line gave, as far as it says so truly; nothing where none did.
[[nodiscard]] const SaleDiscount *bundleDiscount(const SaleLine &line);
[[nodiscard]] SaleDiscount givenByBundle(const SaleBundle &bundle);

/// What people see as one row of a sale: a line, or the lines of one bundle.
struct SaleLineRow {
    qsizetype first = 0;
    qsizetype count = 1;
    bool isBundle = false;

    friend bool operator==(const SaleLineRow &, const SaleLineRow &) = default;
};

/// The rows of these lines in their order. Lines of one bundle that do not stand behind each other make several.
[[nodiscard]] QList<SaleLineRow> saleLineRows(const QList<SaleLine> &lines);

/// What a row came to before anything was given for it by hand or by promotions, as the price of a bundle says it: of
/// its parts what they cost less what the bundle took off.
[[nodiscard]] Money rowListAmount(const QList<SaleLine> &lines, const SaleLineRow &row, PricesInclude pricesInclude);

} // namespace crema
