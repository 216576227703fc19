// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/catalog_rows.h"

#include "models/feed/entity_codec.h"
#include "models/text/fold.h"
#include "sync/store/documents.h"
#include "sync/store/search_words.h"

#include <algorithm>

namespace crema::sync {
namespace {

/// Products of a step. With these it stays below 10 ms, so that a scan beside it is painted within a frame.
constexpr int refreshedProducts = 50;

} // namespace

CatalogRows::CatalogRows(Database &database) : m_database(database), m_products(database), m_variants(database) {}

void CatalogRows::save(const Product &product, const QByteArray &document)
{
    const QString nameKey = searchKey(product.name);
    const QString words = productWords(product, {});
    m_database.run("add_product", {product.id, nameKey, product.archived, document, words});
    if (m_database.changedRows() == 0) {
        m_database.run("change_product", {nameKey, product.archived, document, words, product.id});
        m_database.run("delete_product_categories", {product.id});
    }
    for (const CategoryId &category : product.categories)
        m_database.run("add_product_category", {category, product.id});
    m_products.keep(product);
    noteChange(product.id);
}

void CatalogRows::save(const Variant &variant, const QByteArray &document)
{
    const QString skuKey = searchKey(variant.sku);
    const QString words = variantWords(variant);
    m_database.run("add_variant", {variant.id, variant.product, skuKey, variant.archived, document, words});
    if (m_database.changedRows() == 0) {
        // A variant that moves to another product leaves its words behind there.
        const bool isNoted = !m_bulk || m_rebuild;
        if (const auto before = isNoted ? this->variant(variant.id) : std::nullopt)
            noteChange(before->product);
        m_database.run("change_variant", {variant.product, skuKey, variant.archived, document, words, variant.id});
        m_database.run("delete_barcodes", {variant.id});
    }
    for (const QString &barcode : variant.barcodes)
        m_database.run("add_barcode", {barcode, variant.id});
    m_variants.keep(variant);
    noteChange(variant.product);
}

void CatalogRows::removeProduct(ProductId id)
{
    m_database.run("delete_product_categories", {id});
    m_database.run("delete_product", {id});
    m_products.forget(id);
    noteChange(id);
}

void CatalogRows::removeVariant(VariantId id)
{
    if (const auto variant = this->variant(id))
        noteChange(variant->product);
    m_database.run("delete_barcodes", {id});
    m_database.run("delete_variant", {id});
    m_variants.forget(id);
}

std::optional<Product> CatalogRows::product(ProductId id)
{
    if (const Product *known = m_products.find(id))
        return *known;
    Rows rows = m_database.query("read_product", {id});
    if (!rows.next())
        return std::nullopt;
    const Product read = entityOf(rows.bytes(0), &codec::readProduct);
    m_products.keep(read);
    return read;
}

std::optional<Variant> CatalogRows::variant(VariantId id)
{
    if (const Variant *known = m_variants.find(id))
        return *known;
    Rows rows = m_database.query("read_variant", {id});
    if (!rows.next())
        return std::nullopt;
    const Variant read = entityOf(rows.bytes(0), &codec::readVariant);
    m_variants.keep(read);
    return read;
}

QList<Variant> CatalogRows::variantsOf(ProductId id)
{
    QList<Variant> result;
    Rows rows = m_database.query("list_variants_of_product", {id});
    while (rows.next())
        result.append(entityOf(rows.bytes(0), &codec::readVariant));
    return result;
}

std::optional<VariantId> CatalogRows::variantWithBarcode(const QString &barcode)
{
    Rows rows = m_database.query("find_variant_by_barcode", {barcode});
    return rows.next() ? std::optional(VariantId(rows.uuid(0))) : std::nullopt;
}

std::optional<VariantId> CatalogRows::variantWithSku(const QString &sku)
{
    Rows rows = m_database.query("find_variant_by_sku", {searchKey(sku)});
    return rows.next() ? std::optional(VariantId(rows.uuid(0))) : std::nullopt;
}

void CatalogRows::forgetChanges()
{
    m_changed.clear();
    m_products.forgetAll();
    m_variants.forgetAll();
}

void CatalogRows::noteChange(ProductId id)
{
    if (!m_bulk) {
        m_changed.insert(id);
        return;
    }
    if (m_changedInBulk)
        m_changedInBulk->insert(id);
    if (m_rebuild)
        m_changedMeanwhile.insert(id);
}

void CatalogRows::refreshSearch()
{
    if (!m_bulk) {
        for (const ProductId &id : std::as_const(m_changed))
            refreshSearchOf(id);
    }
    m_changed.clear();
}

void CatalogRows::removeFromSearch(std::int64_t position, const QString &words)
{
    m_database.run("delete_from_search_index", {position, words});
}

void CatalogRows::refreshSearchOf(ProductId id)
{
    std::optional<std::int64_t> position;
    QString before;
    if (Rows rows = m_database.query("read_search_entry", {id}); rows.next()) {
        position = rows.integer(0);
        before = rows.text(1);
    }
    const std::optional<Product> product = this->product(id);
    const QString words = product ? productWords(*product, variantsOf(id)) : QString();
    if (position && words == before)
        return;
    if (position)
        removeFromSearch(*position, before);
    if (!product) {
        if (position)
            m_database.run("delete_search_entry", {*position});
        return;
    }
    if (position) {
        m_database.run("change_search_entry", {words, *position});
    } else {
        // New products stand at the end of the useful order until the next rebuild.
        position = m_database.value("read_last_search_position").toLongLong() + searchPositionStep;
        m_database.run("add_search_entry", {*position, id, words});
    }
    m_database.run("add_to_search_index", {*position, words});
}

void CatalogRows::beginBulk()
{
    m_bulk = true;
    m_rebuild.reset();
    m_changed.clear();
    m_changedInBulk.reset();
    m_toRefresh.clear();
}

SearchRebuild::Stage CatalogRows::stepEndBulk()
{
    if (!m_bulk)
        return SearchRebuild::Stage::Done;
    if (!m_rebuild)
        m_rebuild = std::make_unique<SearchRebuild>(m_database);
    const SearchRebuild::Stage stage = m_rebuild->step();
    if (stage != SearchRebuild::Stage::Done)
        return stage;
    const QSet<ProductId> meanwhile = std::exchange(m_changedMeanwhile, {});
    giveUpBulk();
    for (const ProductId &id : meanwhile)
        refreshSearchOf(id);
    return stage;
}

void CatalogRows::endBulk()
{
    beginBulk(); // from the beginning, also where some steps were made or the program that left it undone is gone
    while (stepEndBulk() != SearchRebuild::Stage::Done) {}
}

bool CatalogRows::stepChanges()
{
    if (m_toRefresh.empty() && m_changedInBulk) {
        m_toRefresh.assign(m_changedInBulk->cbegin(), m_changedInBulk->cend());
        m_changedInBulk->clear();
        // New ones are found in the order in which they were made.
        std::sort(m_toRefresh.begin(), m_toRefresh.end(), [](const ProductId &a, const ProductId &b) { return b < a; });
    }
    for (int i = 0; i < refreshedProducts && !m_toRefresh.empty(); ++i) {
        refreshSearchOf(m_toRefresh.back());
        m_toRefresh.pop_back();
    }
    const bool isOver = m_toRefresh.empty() && (!m_changedInBulk || m_changedInBulk->isEmpty());
    if (isOver)
        giveUpBulk();
    return isOver;
}

void CatalogRows::giveUpBulk()
{
    m_bulk = false;
    m_rebuild.reset();
    m_changed.clear();
    m_changedMeanwhile.clear();
    m_changedInBulk.reset();
    m_toRefresh.clear();
}

} // namespace crema::sync
