// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/import_report.h"
#include "sync/store/local_store.h"

#include <span>

namespace crema::sync {

/// Takes rows of an import file into the catalog. Each row stands alone: what cannot be taken is set aside.
class ProductImport
{
public:
    explicit ProductImport(LocalStore &store);

    /// One transaction for these rows; give a few hundred at a time, so that nobody waits long. A failure of the
    /// storage undoes this part only. Errors: those of LocalStore::write.
    [[nodiscard]] Result<void> take(std::span<const ImportRow> rows);
    [[nodiscard]] const ImportReport &report() const { return m_report; }

private:
    [[nodiscard]] Result<void> takeRow(const ImportRow &row);
    [[nodiscard]] Result<void> create(const ImportRow &row, const Variant &variant);
    [[nodiscard]] Result<void> change(const ImportRow &row, const Variant &before, const Variant &wanted);
    [[nodiscard]] Result<Variant> variantOf(const ImportRow &row) const;
    [[nodiscard]] Result<std::optional<CategoryId>> categoryOf(const ImportRow &row) const;

    LocalStore &m_store;
    QHash<QString, CategoryId> m_categories; // by folded name
    ImportReport m_report;
};

} // namespace crema::sync
