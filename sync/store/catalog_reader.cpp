// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/catalog_reader.h"

#include "models/catalog/barcode.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/bundle_parts.h"
#include "sync/store/documents.h"
#include "sync/store/search_rank.h"
#include "sync/store/search_words.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

constexpr int maxLimit = 1'000;

tl::unexpected<Problem> unknownProduct()
{
    return failure(ProblemKind::NotFound, QStringLiteral("product.unknown"),
                   QCoreApplication::translate("Catalog", "This product is not in the local store."),
                   QCoreApplication::translate("Catalog", "Fetch the latest changes, or search for it by name."));
}

} // namespace

QList<ProductView> CatalogReader::find(const ProductFilter &filter)
{
    const int limit = std::clamp(filter.limit, 1, maxLimit);
    QList<ProductView> result;
    const QString expression = matchExpression(filter.text);
    if (expression.isEmpty() && !filter.text.trimmed().isEmpty())
        return result;
    std::optional<ProductId> exact;
    if (!expression.isEmpty() && filter.offset == 0) {
        if (const auto hit = variantWithCode(filter.text.trimmed())) {
            const auto found = productOfVariant(*hit);
            if (found && (filter.archived || !found->product.archived)) {
                exact = found->product.id;
                result.append(*found);
            }
        }
    }
    QList<ProductView> others;
    const QList<Product> products = matching(filter, expression, limit);
    for (const Product &product : products) {
        if (result.size() + others.size() < limit && product.id != exact)
            others.append(view(product));
    }
    if (!expression.isEmpty()) {
        const SearchRank rank(filter.text);
        rank.apply(result); // the one of that code stays first
        rank.apply(others);
    }
    return result + others;
}

QList<Product> CatalogReader::matching(const ProductFilter &filter, const QString &expression, int limit)
{
    Database &database = m_store.database();
    const int archived = filter.archived ? 1 : 0;
    const int offset = std::max(filter.offset, 0);
    Rows rows = [&] {
        if (expression.isEmpty() && filter.category)
            return database.query("list_products_of_category", {*filter.category, archived, limit, offset});
        if (expression.isEmpty())
            return database.query("list_products", {archived, limit, offset});
        if (filter.category)
            return database.query("find_products_of_category", {expression, archived, *filter.category, limit, offset});
        return database.query("find_products", {expression, archived, limit, offset});
    }();
    QList<Product> products;
    while (rows.next())
        products.append(entityOf(rows.bytes(0), &codec::readProduct));
    return products;
}

std::optional<VariantId> CatalogReader::variantWithCode(const QString &code)
{
    CatalogRows &catalog = m_store.rows().catalog();
    if (const auto hit = catalog.variantWithSku(code))
        return hit;
    const Result<Barcode> barcode = Barcode::parse(code);
    return barcode ? catalog.variantWithBarcode(barcode->normalised()) : std::nullopt;
}

Result<CodeHit> CatalogReader::byCode(const QString &typed)
{
    const QString code = typed.trimmed();
    std::optional<VariantId> hit = variantWithCode(code);
    if (!hit)
        hit = VariantId::fromString(code);
    if (hit) {
        if (const Result<ProductView> found = productOfVariant(*hit))
            return CodeHit{*found, *hit};
    }
    if (const auto id = ProductId::fromString(code)) {
        const Result<ProductView> found = product(*id);
        if (found && !found->variants.isEmpty())
            return CodeHit{*found, found->variants.first().variant.id};
    }
    return failure(ProblemKind::NotFound, QStringLiteral("product.unknown_code"),
                   QCoreApplication::translate("Catalog", "No product has the code %1.").arg(code),
                   QCoreApplication::translate("Catalog", "Scan it again, or search for the product by name."));
}

Result<ProductView> CatalogReader::product(ProductId id)
{
    const auto found = m_store.rows().catalog().product(id);
    if (!found)
        return unknownProduct();
    return view(*found);
}

Result<ProductView> CatalogReader::productOfVariant(VariantId id)
{
    const auto variant = m_store.rows().catalog().variant(id);
    if (!variant)
        return unknownProduct();
    return product(variant->product);
}

ProductView CatalogReader::view(const Product &product)
{
    ProductView result;
    result.product = product;
    for (const CategoryId &category : product.categories) {
        if (const QString name = categoryNames().value(category); !name.isEmpty())
            result.categoryNames.append(name);
    }
    const std::optional<LocationId> here = m_store.location();
    const QList<Variant> variants = m_store.rows().catalog().variantsOf(product.id);
    for (const Variant &variant : variants) {
        const Quantity onHand = here ? onHandAt(m_store, variant, *here) : Quantity();
        VariantView each{variant, onHand};
        each.parts = partsOf(m_store, variant);
        result.variants.append(each);
    }
    return result;
}

const QHash<CategoryId, QString> &CatalogReader::categoryNames()
{
    if (!m_categoryNames) {
        m_categoryNames.emplace();
        const QList<Category> all = categories();
        for (const Category &category : all)
            m_categoryNames->insert(category.id, category.name);
    }
    return *m_categoryNames;
}

QList<Category> CatalogReader::categories()
{
    QList<Category> result;
    const QList<QByteArray> documents = m_store.rows().references(entity::category);
    for (const QByteArray &document : documents)
        result.append(entityOf(document, &codec::readCategory));
    std::sort(result.begin(), result.end(), [](const Category &a, const Category &b) {
        return std::tie(a.position, a.name) < std::tie(b.position, b.name);
    });
    return result;
}

QList<TaxClass> CatalogReader::taxClasses()
{
    QList<TaxClass> result;
    const QList<QByteArray> documents = m_store.rows().references(entity::taxClass);
    for (const QByteArray &document : documents)
        result.append(entityOf(document, &codec::readTaxClass));
    return result;
}

} // namespace crema::sync
