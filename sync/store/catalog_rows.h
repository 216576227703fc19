// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/product.h"
#include "models/catalog/variant.h"
#include "sync/store/database.h"
#include "sync/store/entity_memo.h"
#include "sync/store/search_rebuild.h"

#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace crema::sync {

/// The rows of products, variants, barcodes and product search. Failures are thrown as StorageFailure.
class CatalogRows
{
public:
    explicit CatalogRows(Database &database);

    void save(const Product &product, const QByteArray &document);
    void save(const Variant &variant, const QByteArray &document);
    void removeProduct(ProductId id);
    void removeVariant(VariantId id);

    [[nodiscard]] std::optional<Product> product(ProductId id);
    [[nodiscard]] std::optional<Variant> variant(VariantId id);
    [[nodiscard]] QList<Variant> variantsOf(ProductId id);
    /// By the normalised form of models/catalog/barcode.h.
    [[nodiscard]] std::optional<VariantId> variantWithBarcode(const QString &barcode);
    /// Without regard to case.
    [[nodiscard]] std::optional<VariantId> variantWithSku(const QString &sku);

    /// Brings the search index up to date with the products saved or removed since the last call.
    void refreshSearch();
    /// While a bulk is loaded the index waits; afterwards it is written anew, which takes a third of the time. In one
    /// go, or in steps, each of which may be in a transaction of its own and other work between them.
    void beginBulk();
    /// Search was whole when the bulk began: what changes in it is noted, so that just that is refreshed at its end.
    void followChanges() { m_changedInBulk.emplace(); }
    [[nodiscard]] bool followsChanges() const { return m_changedInBulk && !m_rebuild; }
    void endBulk();
    [[nodiscard]] bool isInBulk() const { return m_bulk; }
    [[nodiscard]] SearchRebuild::Stage stepEndBulk();
    /// The other way to end a bulk, where it followsChanges(): some of what changed is refreshed, and search finds the
    /// rest as it was. Answers whether the bulk is over.
    [[nodiscard]] bool stepChanges();
    /// A step failed, so that the index is not whole.
    void giveUpBulk();
    /// Forgets what was to be refreshed and what the rows were: the transaction was undone.
    void forgetChanges();

private:
    void noteChange(ProductId id);
    void refreshSearchOf(ProductId id);
    void removeFromSearch(std::int64_t position, const QString &words);

    Database &m_database;
    EntityMemo<ProductId, Product> m_products;
    EntityMemo<VariantId, Variant> m_variants;
    QSet<ProductId> m_changed;
    bool m_bulk = false;
    std::unique_ptr<SearchRebuild> m_rebuild; ///< under way
    QSet<ProductId> m_changedMeanwhile;       ///< perhaps after it had read them
    std::optional<QSet<ProductId>> m_changedInBulk;
    std::vector<ProductId> m_toRefresh; ///< taken from there; the next one last
};

} // namespace crema::sync
