// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/product.h"
#include "models/catalog/variant.h"
#include "models/money/quantity.h"

#include <QList>

namespace crema::sync {

/// What is in a bundle, as this device knows it.
struct BundlePartView {
    VariantId variant;
    Quantity quantity{1}; ///< in one bundle
    QString name;         ///< product and options; empty where the part is not known here
    QString sku;
    Unit unit = Unit::Piece;
    std::optional<Price> price; ///< of the catalog
    bool archived = false;      ///< it or its product: the bundle is not sold

    friend bool operator==(const BundlePartView &, const BundlePartView &) = default;
};

struct VariantView {
    Variant variant;
    /// At this device's location; 0 before enrolment. Of a bundle: how many its parts are there for.
    Quantity onHand;
    bool isStockHidden = false;       ///< who asked does not see stock: `onHand` says nothing
    bool isCostHidden = false;        ///< who asked does not see costs: `variant.cost` says nothing
    QList<BundlePartView> parts = {}; ///< of a bundle, in the order of its components

    friend bool operator==(const VariantView &, const VariantView &) = default;
};

/// A product as lists and detail pages show it.
struct ProductView {
    Product product;
    QStringList categoryNames;
    QList<VariantView> variants; ///< not archived ones first, then by option text

    friend bool operator==(const ProductView &, const ProductView &) = default;
};

/// What a scanned or typed code means.
struct CodeHit {
    ProductView product;
    VariantId variant; ///< one of product.variants

    [[nodiscard]] const VariantView &hit() const
    {
        for (const VariantView &view : product.variants) {
            if (view.variant.id == variant)
                return view;
        }
        return product.variants.first();
    }
};

struct ProductFilter {
    QString text; ///< words in any order, parts of words, SKU or barcode; empty: everything
    std::optional<CategoryId> category;
    bool archived = false; ///< also archived products
    int limit = 50;        ///< 1 to 1000
    int offset = 0;
};

} // namespace crema::sync
