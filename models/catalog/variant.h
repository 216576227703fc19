// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/money/price.h"
#include "models/money/quantity.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace crema {

/// The smallest unit a variant is counted in.
enum class Unit { Piece, Gram };

[[nodiscard]] QString unitText(Unit unit);
[[nodiscard]] std::optional<Unit> unitFromText(QStringView text);

/// One choice that makes a variant: {"Size", "250 g"}.
struct VariantOption {
    QString name;
    QString value;

    friend bool operator==(const VariantOption &, const VariantOption &) = default;
};

/// So much of another variant that is in one bundle (ADR 064).
struct BundleComponent {
    VariantId variant;
    Quantity quantity{1}; ///< in its smallest unit, 1 to maxBundleQuantity

    friend bool operator==(const BundleComponent &, const BundleComponent &) = default;
};

/// What is sold, scanned, stocked and priced: one combination of a product's options.
struct Variant {
    VariantId id;
    ProductId product;
    QString sku;                  ///< unique in the company, 1 to 64 characters without blanks at the ends
    QList<VariantOption> options; ///< in the order people read them; empty for the only variant
    QStringList barcodes;         ///< normalised by models/catalog/barcode.h; each belongs to one variant only
    std::optional<Price> price;   ///< nothing: kept unpriced and cannot be sold
    std::optional<Money> cost;    ///< per price base quantity
    Unit unit = Unit::Piece;
    std::optional<std::int64_t> weightGrams;
    bool archived = false;
    /// What it consists of, in the order people read it; empty for all but bundles, which have no stock of their own.
    QList<BundleComponent> components = {};

    [[nodiscard]] bool isBundle() const { return !components.isEmpty(); }

    /// The option values as people read them: "250 g · whole bean"; empty without options.
    [[nodiscard]] QString optionText() const;

    friend bool operator==(const Variant &, const Variant &) = default;
};

} // namespace crema
