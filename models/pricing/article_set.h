// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace crema {

/// The categories of each product, with all those above them: what a rule about a category asks.
using ProductCategories = QHash<ProductId, QList<CategoryId>>;

/// Articles as a rule names them. What is named in one of the three ways belongs to it; an empty one means every
/// article.
struct ArticleSet {
    static constexpr qsizetype maxEach = 200;

    QList<ProductId> products;
    QList<VariantId> variants;
    QList<CategoryId> categories;

    [[nodiscard]] bool isEverything() const { return products.isEmpty() && variants.isEmpty() && categories.isEmpty(); }
    [[nodiscard]] bool contains(ProductId product, VariantId variant, const ProductCategories &of) const
    {
        if (isEverything() || products.contains(product) || variants.contains(variant))
            return true;
        const QList<CategoryId> named = of.value(product);
        return std::ranges::any_of(named, [this](const CategoryId &each) { return categories.contains(each); });
    }

    friend bool operator==(const ArticleSet &, const ArticleSet &) = default;
};

} // namespace crema
