// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

namespace crema {

/// What a step of a price says.
enum class PriceStepKind {
    CatalogPrice, ///< of the quantity, before any list
    ListPrice,    ///< of the quantity, where it is not the catalog's
    Part,         ///< of a bundle: what so much of it costs by itself
    Bundle,       ///< what the bundle takes off
    Promotion,
    Discount,  ///< given by hand
    CartShare, ///< the line's part of what was taken off the whole cart
    Net,
    Tax,
    Total,
};

/// One step on the way from a price to what is paid.
struct PriceStep {
    PriceStepKind kind = PriceStepKind::CatalogPrice;
    QString label;  ///< the list's, promotion's or discount's name; empty where the kind says all
    QString coupon; ///< the code that let a promotion hold
    Money amount;   ///< below zero where it takes off

    friend bool operator==(const PriceStep &, const PriceStep &) = default;
};

/// Where the price of a line comes from, as far as it is known: of a recorded sale nobody kept what the catalog said.
struct PriceOrigin {
    std::optional<Price> catalog;
    QString listName; ///< empty: no list was used

    friend bool operator==(const PriceOrigin &, const PriceOrigin &) = default;
};

/// Why a line costs what it does: from the price of the catalog to what is paid, each step with its amount. The steps
/// between the last price and the tax sum to what the tax is computed from.
[[nodiscard]] QList<PriceStep> explainLine(const SaleLine &line, PricesInclude pricesInclude,
                                           const PriceOrigin &origin = {});

/// The same of the lines of one bundle: what its parts cost, what the bundle takes off them, then as for a line. Steps
/// of one kind and label that several parts have are one. No lines: no steps.
[[nodiscard]] QList<PriceStep> explainBundle(const QList<SaleLine> &parts, PricesInclude pricesInclude);

/// "promotion", "list_price"; stable, for scripts.
[[nodiscard]] QString priceStepText(PriceStepKind kind);

} // namespace crema
