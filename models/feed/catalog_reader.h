// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/product.h"
#include "models/catalog/variant.h"

#include <QByteArrayView>

namespace crema::codec {

/// The product or variant whose canonical bytes these are, as this version writes them: the same as readProduct() and
/// readVariant() give, many times as fast. Nothing for any other bytes, be they wrong or only unusual: the others say
/// what they are.
[[nodiscard]] std::optional<Product> readCanonicalProduct(QByteArrayView bytes);
[[nodiscard]] std::optional<Variant> readCanonicalVariant(QByteArrayView bytes);

} // namespace crema::codec
