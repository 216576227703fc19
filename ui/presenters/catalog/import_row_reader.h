// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/import_report.h"
#include "ui/presenters/catalog/amount_text.h"
#include "ui/presenters/catalog/csv_reader.h"
#include "ui/presenters/catalog/import_columns.h"

#include <QHash>

namespace crema::presenters {

/// Turns the records of one import file into products, and says of each that cannot be one why.
/// Remembers the codes it has seen: a code stands for one product only.
class ImportRowReader
{
public:
    ImportRowReader(ImportColumns columns, Currency currency, AmountUnit unit);

    /// Errors: those of the reader, `import.field_count`, `import.no_name`, `import.no_code`, `import.repeated_code`,
    /// `barcode.length`, and those of Barcode::parse and readAmount.
    [[nodiscard]] Result<sync::ImportRow> read(const CsvRecord &record);

private:
    Result<QStringList> readBarcodes(const QString &text) const;
    Result<std::optional<Money>> readMoney(const QStringList &record, ImportField field) const;
    Result<void> claimCodes(const sync::ImportRow &row);

    ImportColumns m_columns;
    Currency m_currency;
    AmountUnit m_unit;
    QHash<QString, std::int64_t> m_lineOfCode;
};

} // namespace crema::presenters
