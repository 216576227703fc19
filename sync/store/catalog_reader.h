// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/category.h"
#include "models/catalog/tax_class.h"
#include "sync/client/product_view.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Product lists, search and look-up by code, as screens show them. Failures of the storage are thrown.
class CatalogReader
{
public:
    explicit CatalogReader(LocalStore &store) : m_store(store) {}

    /// Exact SKU and barcode hits first, then products with all the words, in the useful order.
    [[nodiscard]] QList<ProductView> find(const ProductFilter &filter);
    /// Errors: `product.unknown_code`.
    [[nodiscard]] Result<CodeHit> byCode(const QString &code);
    /// Errors: `product.unknown`.
    [[nodiscard]] Result<ProductView> product(ProductId id);
    /// Errors: `product.unknown`.
    [[nodiscard]] Result<ProductView> productOfVariant(VariantId id);

    [[nodiscard]] QList<Category> categories();
    [[nodiscard]] QList<TaxClass> taxClasses();

private:
    [[nodiscard]] std::optional<VariantId> variantWithCode(const QString &code);
    [[nodiscard]] QList<Product> matching(const ProductFilter &filter, const QString &expression, int limit);
    [[nodiscard]] ProductView view(const Product &product);
    [[nodiscard]] const QHash<CategoryId, QString> &categoryNames();

    LocalStore &m_store;
    std::optional<QHash<CategoryId, QString>> m_categoryNames;
};

} // namespace crema::sync
