// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/product_view.h"

#include <QStringList>

namespace crema::sync {

/// Tells which variants of the products that a search found are meant. The index knows products: "latte oat" finds the
/// product Latte, and only its options say that the one with oat milk is wanted. Pure; looks at what was found only.
class SearchRank
{
public:
    explicit SearchRank(QStringView text);

    /// Puts the variants that carry the typed words first in each product, and the products that have such a variant
    /// before those that have none. Otherwise the order stays; archived variants stay last.
    void apply(QList<ProductView> &found) const;

private:
    /// For each variant of the product: how many words of the search neither of them has. 0: it is what was typed.
    [[nodiscard]] QList<qsizetype> missing(const ProductView &product) const;

    QStringList m_words; ///< in the form of the index
};

} // namespace crema::sync
