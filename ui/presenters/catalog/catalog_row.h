// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/variant.h"
#include "models/money/quantity.h"
#include "sync/client/product_view.h"

#include <QList>

namespace crema {

/// One variant as the catalog lists it: what is shown and sorted, and nothing else, because a large catalog holds a
/// hundred thousand of them.
struct CatalogRow {
    ProductId product;
    VariantId variant;
    QString name;
    QString option; ///< "250 g · whole bean"; empty for the only variant
    QString sku;
    QStringList barcodes; ///< normalised
    QString category;     ///< names in one text
    std::optional<Price> price;
    Unit unit = Unit::Piece;
    std::optional<std::int64_t> weightGrams;
    Quantity onHand;
    bool archived = false;      ///< the variant, or the whole product
    bool isStockHidden = false; ///< who is here does not see stock

    friend bool operator==(const CatalogRow &, const CatalogRow &) = default;
};

/// The variants of a product, archived ones included.
[[nodiscard]] QList<CatalogRow> catalogRows(const sync::ProductView &product);

} // namespace crema
