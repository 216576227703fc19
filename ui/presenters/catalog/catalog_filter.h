// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/category.h"
#include "ui/presenters/catalog/catalog_row.h"

#include <QList>
#include <QString>

namespace crema {

/// What of the catalog is listed. Its text form is what people type: `category:beans no:price guji`.
struct CatalogFilter {
    QString words; ///< as product search takes them: parts of words, SKU, barcode
    std::optional<CategoryId> category;
    QString categoryName; ///< as in the catalog, or as typed where there is none of that name
    bool withoutPrice = false;
    bool withoutBarcode = false;
    bool archived = false; ///< archived ones instead of those in use

    [[nodiscard]] bool isEmpty() const { return *this == CatalogFilter(); }
    /// Conditions besides the words.
    [[nodiscard]] int conditions() const;
    /// Whether the store alone decides which products are listed.
    [[nodiscard]] bool isOfTheStore() const { return !withoutPrice && !withoutBarcode && !archived; }
    /// The conditions that the store does not know.
    [[nodiscard]] bool takes(const CatalogRow &row) const;

    friend bool operator==(const CatalogFilter &, const CatalogFilter &) = default;
};

/// Reads `category:NAME`, `no:price`, `no:barcode`, `is:archived`, names with blanks in quotes, in any order; all else
/// is words. A category is found by its name without case and accents, or by its beginning.
[[nodiscard]] CatalogFilter readCatalogFilter(const QString &text, const QList<Category> &categories);

/// The text that readCatalogFilter() reads as this filter: conditions first, then the words.
[[nodiscard]] QString catalogFilterText(const CatalogFilter &filter);

} // namespace crema
