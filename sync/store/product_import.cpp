// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/product_import.h"

#include "models/catalog/barcode.h"
#include "models/text/fold.h"
#include "sync/store/catalog_reader.h"
#include "sync/store/catalog_recording.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

tl::unexpected<Problem> noCode()
{
    const QString message = QCoreApplication::translate("Import", "The line has neither a SKU nor a barcode.");
    return failure(ProblemKind::Invalid, QStringLiteral("import.no_code"), message,
                   QCoreApplication::translate("Import", "Give each product a SKU or a barcode."),
                   {{QStringLiteral("sku"), message}});
}

tl::unexpected<Problem> noCategory(const QString &name)
{
    const QString message = QCoreApplication::translate("Import", "There is no category %1.").arg(name);
    return failure(ProblemKind::NotFound, QStringLiteral("import.no_category"), message,
                   QCoreApplication::translate("Import", "Make the category first, or correct its name."),
                   {{QStringLiteral("category"), message}});
}

tl::unexpected<Problem> twoVariants(const QString &sku)
{
    const QString message =
        QCoreApplication::translate("Import", "SKU %1 and the barcode belong to two different variants.").arg(sku);
    return failure(ProblemKind::Conflict, QStringLiteral("import.two_variants"), message,
                   QCoreApplication::translate("Import", "Correct the SKU or the barcode of this line."),
                   {{QStringLiteral("sku"), message}});
}

} // namespace

ProductImport::ProductImport(LocalStore &store) : m_store(store)
{
    const QList<Category> categories = CatalogReader(store).categories();
    for (const Category &category : categories)
        m_categories.insert(searchKey(category.name), category.id);
}

Result<void> ProductImport::take(std::span<const ImportRow> rows)
{
    const ImportReport before = m_report;
    const Result<void> taken = m_store.write([&]() -> Result<void> {
        for (const ImportRow &row : rows) {
            m_store.beginRow();
            const Result<void> one = takeRow(row);
            if (one) {
                m_store.keepRow();
                continue;
            }
            m_store.undoRow();
            m_report.setAside.append({row.line, one.error()});
        }
        return {};
    });
    if (!taken)
        m_report = before;
    return taken;
}

Result<void> ProductImport::takeRow(const ImportRow &row)
{
    const Result<Variant> wanted = variantOf(row);
    if (!wanted)
        return failure(wanted.error());
    CatalogRows &catalog = m_store.rows().catalog();
    std::optional<VariantId> known = catalog.variantWithSku(wanted->sku);
    for (const QString &barcode : wanted->barcodes) {
        const auto holder = catalog.variantWithBarcode(barcode);
        if (holder && known && *holder != *known)
            return twoVariants(wanted->sku);
        if (holder)
            known = holder;
    }
    if (!known)
        return create(row, *wanted);
    const std::optional<Variant> before = catalog.variant(*known);
    return before ? change(row, *before, *wanted) : create(row, *wanted);
}

Result<Variant> ProductImport::variantOf(const ImportRow &row) const
{
    Variant variant;
    for (const QString &text : row.barcodes) {
        const Result<Barcode> barcode = Barcode::parse(text);
        if (!barcode)
            return failure(barcode.error());
        variant.barcodes.append(barcode->normalised());
    }
    variant.sku = row.sku.trimmed();
    if (variant.sku.isEmpty() && row.barcodes.isEmpty())
        return noCode();
    if (variant.sku.isEmpty())
        variant.sku = row.barcodes.first().trimmed();
    if (row.price)
        variant.price = Price{*row.price, 1};
    variant.cost = row.cost;
    return variant;
}

Result<std::optional<CategoryId>> ProductImport::categoryOf(const ImportRow &row) const
{
    if (row.category.trimmed().isEmpty())
        return std::optional<CategoryId>();
    const auto found = m_categories.constFind(searchKey(row.category));
    if (found == m_categories.constEnd())
        return noCategory(row.category);
    return std::optional(found.value());
}

Result<void> ProductImport::create(const ImportRow &row, const Variant &variant)
{
    const auto category = categoryOf(row);
    if (!category)
        return failure(category.error());
    Product product;
    product.name = row.name;
    product.description = row.description.value_or(QString());
    product.brand = row.brand.value_or(QString());
    if (*category)
        product.categories.append(**category);
    const Result<ProductId> created = recordNewProduct(m_store, product, {variant});
    if (!created)
        return failure(created.error());
    ++m_report.created;
    return {};
}

Result<void> ProductImport::change(const ImportRow &row, const Variant &before, const Variant &wanted)
{
    const auto category = categoryOf(row);
    if (!category)
        return failure(category.error());
    const std::optional<Product> product = m_store.rows().catalog().product(before.product);
    if (!product)
        return create(row, wanted);
    Variant after = before;
    if (!row.sku.trimmed().isEmpty())
        after.sku = wanted.sku;
    for (const QString &barcode : wanted.barcodes) {
        if (!after.barcodes.contains(barcode))
            after.barcodes.append(barcode);
    }
    after.price = wanted.price ? wanted.price : before.price;
    after.cost = wanted.cost ? wanted.cost : before.cost;
    Product changed = *product;
    if (!row.name.trimmed().isEmpty())
        changed.name = row.name.trimmed();
    changed.description = row.description.value_or(product->description);
    changed.brand = row.brand.value_or(product->brand);
    if (*category && !changed.categories.contains(**category))
        changed.categories.append(**category);
    if (after == before && changed == *product) {
        ++m_report.unchanged;
        return {};
    }
    if (const Result<void> edited = recordProductEdit(m_store, *product, changed); !edited)
        return edited;
    if (const Result<void> edited = recordVariantEdit(m_store, before, after); !edited)
        return edited;
    ++m_report.changed;
    return {};
}

} // namespace crema::sync
