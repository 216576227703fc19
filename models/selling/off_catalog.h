// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/pricing/cart.h"

namespace crema {

/// What is sold once and is no article: "Repair of a grinder". Its tax is that of a class, its price is given by hand,
/// and it moves no stock (ADR 059).
struct OffCatalog {
    static constexpr qsizetype longestName = 100; ///< in UTF-16 units

    QString name;
    TaxClassId taxClass;

    friend bool operator==(const OffCatalog &, const OffCatalog &) = default;
};

/// The product that all of them are lines of, so that reports have them in one place; the catalog has none with it.
[[nodiscard]] ProductId offCatalogProduct();
/// The variant, one for each tax class (RFC 9562 version 5).
[[nodiscard]] VariantId offCatalogVariant(TaxClassId taxClass);

[[nodiscard]] bool isOffCatalog(ProductId product);
[[nodiscard]] bool hasOffCatalog(const Sale &sale);

/// The line of a cart, one piece. Errors, with the field: `off_catalog.name` (none, or too long), `off_catalog.price`
/// (not greater than zero), and those of taxClassFor().
[[nodiscard]] Result<CartLine> offCatalogLine(const OffCatalog &what, const std::optional<Price> &price,
                                              const QList<TaxClass> &taxClasses);

} // namespace crema
