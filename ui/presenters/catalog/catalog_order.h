// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/catalog/catalog_row.h"
#include "ui/presenters/table/data_column.h"

#include <QCollator>

#include <vector>

namespace crema {

/// The columns of the catalog, in the order in which a table begins with them.
enum class CatalogColumn { Name, Option, Sku, Barcode, Category, Price, Stock, Weight, Status };

/// Sorts rows that arrive page by page: each page is sorted alone and merged, so that no step is long. Texts are
/// compared as the locale does, SKUs and options as people read the numbers in them; a row without a value comes last
/// in both directions; equal rows keep the order in which they came.
class CatalogOrder
{
public:
    struct Key {
        CatalogColumn column = CatalogColumn::Name;
        Qt::SortOrder order = Qt::AscendingOrder;
    };

    CatalogOrder(const QLocale &locale, const QList<Key> &keys);

    void add(const QList<CatalogRow> &page);
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_entries.size()); }
    /// The rows in order; the sorting is empty afterwards.
    [[nodiscard]] QList<CatalogRow> takeRows();

private:
    struct Value {
        std::optional<QCollatorSortKey> text;
        QString natural;
        std::int64_t number = 0;
        bool missing = false;
    };
    struct Entry {
        CatalogRow row;
        std::vector<Value> values; ///< one for each key
    };

    [[nodiscard]] Value valueOf(const CatalogRow &row, CatalogColumn column) const;
    [[nodiscard]] int compare(const Value &a, const Value &b, CatalogColumn column) const;
    [[nodiscard]] bool less(const Entry &a, const Entry &b) const;

    QCollator m_collator;
    QList<Key> m_keys;
    std::vector<Entry> m_entries;
};

} // namespace crema
