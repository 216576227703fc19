// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/product.h"
#include "models/catalog/variant.h"

#include <QString>

namespace crema::platform {

/// What a product and a variant are found by, as folded words with blanks between.
[[nodiscard]] QString foldedWords(const Product &product);
[[nodiscard]] QString foldedWords(const Variant &variant);

/// A tsquery that wants every word of the text, each as the beginning of one; empty when there is no word.
[[nodiscard]] QString prefixQuery(QStringView text);

} // namespace crema::platform
