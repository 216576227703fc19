// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "ui/presenters/catalog/amount_text.h"
#include "ui/presenters/catalog/csv_reader.h"

#include <QHash>

#include <functional>

namespace crema::presenters {

/// How one file is taken in.
struct ImportRequest {
    QHash<QString, QString> columns;           ///< field name → header, before recognition
    std::optional<std::int64_t> defaultPrice;  ///< in minor units, for rows without a price
    bool dryRun = false;                       ///< look and tell, record nothing
    std::function<bool()> stopRequested;       ///< asked between batches
    std::function<void(qint64 rows)> progress; ///< called after each batch
};

struct ImportOutcome {
    std::int64_t rows = 0; ///< records read, the header not among them
    std::int64_t created = 0;
    std::int64_t changed = 0; ///< with dryRun: known products that would be looked at
    std::int64_t unchanged = 0;
    QList<sync::ImportProblem> setAside; ///< by line
    QStringList unreadColumns;
    AmountUnit unit = AmountUnit::Minor; ///< how the price column was read
    bool hasPrices = false;              ///< the file has a price or cost column
    bool stopped = false;                ///< stopRequested() said so before the end
};

/// Takes a file of comma-separated values into the catalog. Repeating a file changes nothing: rows are found again by
/// SKU or barcode. The client outlives it.
class ProductImportPresenter
{
public:
    explicit ProductImportPresenter(sync::Client &client) : m_client(client) {}

    /// `file` is open for reading, can be read twice, and outlives the task.
    /// Errors: `import.empty`, `auth.not_allowed` for costs by who does not see them, those of
    /// ImportColumns::recognise, and those of the store; what was taken in before stays.
    [[nodiscard]] QCoro::Task<Result<ImportOutcome>> run(QIODevice &file, ImportRequest request) const;

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
