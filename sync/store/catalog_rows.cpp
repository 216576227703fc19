// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/catalog_rows.h"

#include "models/feed/entity_codec.h"
#include "models/text/fold.h"
#include "sync/store/documents.h"
#include "sync/store/search_words.h"

#include <QHash>
#include <QJsonArray>

namespace crema::sync {
namespace {

/// Room between two positions of the useful order.
constexpr std::int64_t positionStep = 16;

/// One product on its way into the rebuilt index.
struct IndexedProduct {
    QByteArray id;
    QByteArray nameKey;
    QString words;
    std::int64_t sold = 0;
};

QHash<QByteArray, std::int64_t> soldTimes(Database &database)
{
    QHash<QByteArray, std::int64_t> result;
    Rows rows = database.query("list_sold_quantities");
    while (rows.next())
        result.insert(key(QUuid::fromString(rows.text(0))), rows.integer(1));
    return result;
}

/// The words in a product's document. Only what search needs is read: this runs for every product of the store.
QString wordsInProduct(const QJsonObject &product)
{
    QString words;
    addIndexedWords(words, wordsOfProduct(product.value(u"name").toString(), product.value(u"brand").toString()));
    return words;
}

QStringList wordsInVariant(const QJsonObject &variant)
{
    QStringList values;
    const QJsonArray options = variant.value(u"options").toArray();
    for (const QJsonValue &option : options)
        values.append(option[u"value"].toString());
    QStringList barcodes;
    const QJsonArray codes = variant.value(u"barcodes").toArray();
    for (const QJsonValue &code : codes)
        barcodes.append(code.toString());
    return wordsOfVariant(values, variant.value(u"sku").toString(), barcodes);
}

/// Products with their words, as they were added. Two walks through whole tables: asking for each product's variants
/// would jump about in the file.
std::vector<IndexedProduct> indexedProducts(Database &database)
{
    const auto sold = soldTimes(database);
    std::vector<IndexedProduct> result;
    QHash<QByteArray, std::size_t> places;
    Rows products = database.query("list_products_for_search");
    while (products.next()) {
        const QByteArray id = products.bytes(0);
        places.insert(id, result.size());
        result.push_back({id, products.text(1).toUtf8(), wordsInProduct(objectOf(products.bytes(2))), sold.value(id)});
    }
    Rows variants = database.query("list_variants_for_search");
    while (variants.next()) {
        if (const auto place = places.constFind(variants.bytes(0)); place != places.constEnd())
            addIndexedWords(result[*place].words, wordsInVariant(objectOf(variants.bytes(1))));
    }
    return result;
}

/// What sold most comes first, then by name, then as added.
void putInUsefulOrder(std::vector<IndexedProduct> &products)
{
    std::stable_sort(products.begin(), products.end(), [](const IndexedProduct &a, const IndexedProduct &b) {
        return a.sold != b.sold ? a.sold > b.sold : a.nameKey < b.nameKey;
    });
}

} // namespace

CatalogRows::CatalogRows(Database &database)
    : m_database(database), m_products(&codec::readProduct), m_variants(&codec::readVariant)
{}

void CatalogRows::save(const Product &product, const QByteArray &document)
{
    const QByteArray id = key(product.id);
    const QString nameKey = foldForSearch(product.name);
    const int archived = product.archived ? 1 : 0;
    m_database.run("add_product", {id, nameKey, archived, document});
    if (m_database.changedRows() == 0) {
        m_database.run("change_product", {nameKey, archived, document, id});
        m_database.run("delete_product_categories", {id});
    }
    for (const CategoryId &category : product.categories)
        m_database.run("add_product_category", {key(category), id});
    noteChange(product.id);
}

void CatalogRows::save(const Variant &variant, const QByteArray &document)
{
    const QByteArray id = key(variant.id);
    const QByteArray product = key(variant.product);
    const QString skuKey = foldForSearch(variant.sku);
    const int archived = variant.archived ? 1 : 0;
    m_database.run("add_variant", {id, product, skuKey, archived, document});
    if (m_database.changedRows() == 0) {
        // A variant that moves to another product leaves its words behind there.
        if (const auto before = m_bulk ? std::nullopt : this->variant(variant.id))
            noteChange(before->product);
        m_database.run("change_variant", {product, skuKey, archived, document, id});
        m_database.run("delete_barcodes", {id});
    }
    for (const QString &barcode : variant.barcodes)
        m_database.run("add_barcode", {barcode, id});
    noteChange(variant.product);
}

void CatalogRows::removeProduct(ProductId id)
{
    m_database.run("delete_product_categories", {key(id)});
    m_database.run("delete_product", {key(id)});
    noteChange(id);
}

void CatalogRows::removeVariant(VariantId id)
{
    if (const auto variant = this->variant(id))
        noteChange(variant->product);
    m_database.run("delete_barcodes", {key(id)});
    m_database.run("delete_variant", {key(id)});
}

std::optional<Product> CatalogRows::product(ProductId id)
{
    Rows rows = m_database.query("read_product", {key(id)});
    if (!rows.next())
        return std::nullopt;
    return m_products.entity(rows.bytes(0));
}

std::optional<Variant> CatalogRows::variant(VariantId id)
{
    Rows rows = m_database.query("read_variant", {key(id)});
    if (!rows.next())
        return std::nullopt;
    return m_variants.entity(rows.bytes(0));
}

QList<Variant> CatalogRows::variantsOf(ProductId id)
{
    QList<Variant> result;
    Rows rows = m_database.query("list_variants_of_product", {key(id)});
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
    Rows rows = m_database.query("find_variant_by_sku", {foldForSearch(sku)});
    return rows.next() ? std::optional(VariantId(rows.uuid(0))) : std::nullopt;
}

void CatalogRows::noteChange(ProductId id)
{
    if (!m_bulk)
        m_changed.insert(id);
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
    m_database.run("delete_from_search_index", {qint64(position), words});
}

void CatalogRows::refreshSearchOf(ProductId id)
{
    std::optional<std::int64_t> position;
    QString before;
    if (Rows rows = m_database.query("read_search_entry", {key(id)}); rows.next()) {
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
            m_database.run("delete_search_entry", {qint64(*position)});
        return;
    }
    if (position) {
        m_database.run("change_search_entry", {words, qint64(*position)});
    } else {
        // New products stand at the end of the useful order until the next rebuild.
        position = m_database.value("read_last_search_position").toLongLong() + positionStep;
        m_database.run("add_search_entry", {qint64(*position), key(id), words});
    }
    m_database.run("add_to_search_index", {qint64(*position), words});
}

void CatalogRows::rebuildSearch()
{
    std::vector<IndexedProduct> products = indexedProducts(m_database);
    putInUsefulOrder(products);
    m_database.run("delete_search_entries");
    std::int64_t position = 0;
    for (const IndexedProduct &product : products) {
        position += positionStep;
        m_database.run("add_search_entry", {qint64(position), product.id, product.words});
    }
    m_database.run("rebuild_search_index");
}

void CatalogRows::endBulk()
{
    m_bulk = false;
    m_changed.clear();
    rebuildSearch();
}

} // namespace crema::sync
