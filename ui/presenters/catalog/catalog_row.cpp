// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/catalog_row.h"

namespace crema {

QList<CatalogRow> catalogRows(const sync::ProductView &product)
{
    QList<CatalogRow> rows;
    const QString category = product.categoryNames.join(QStringLiteral(", "));
    for (const sync::VariantView &view : product.variants) {
        const Variant &variant = view.variant;
        rows.append({product.product.id, variant.id, product.product.name, variant.optionText(), variant.sku,
                     variant.barcodes, category, variant.price, variant.unit, variant.weightGrams, view.onHand,
                     product.product.archived || variant.archived, view.isStockHidden});
    }
    return rows;
}

} // namespace crema
