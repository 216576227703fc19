// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/catalog/product.h"
#include "models/catalog/variant.h"

namespace crema {

/// The highest price of one base quantity, in minor units.
inline constexpr std::int64_t maxPriceMinor = 1'000'000'000'000;

/// The product with its texts trimmed, or `product.rules` naming the fields that break a rule.
[[nodiscard]] Result<Product> checkedProduct(const Product &product);

/// The variant with its texts trimmed and its barcodes normalised, or `variant.rules` naming the fields.
/// Whether SKU and barcodes are free is asked elsewhere (models/operations/apply_catalog.cpp).
[[nodiscard]] Result<Variant> checkedVariant(const Variant &variant);

} // namespace crema
