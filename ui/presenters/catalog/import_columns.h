// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QHash>
#include <QStringList>

namespace crema::presenters {

/// What a column of an import file can mean.
enum class ImportField { Barcode, Name, Sku, Price, Cost, Category, Brand, Description };

/// "barcode", "name" …: the names for --column, in the order of ImportField.
[[nodiscard]] QStringList importFieldNames();

/// Which column of the file means what.
class ImportColumns
{
public:
    /// Recognises columns by their header, whatever its case, blanks and underscores. `chosen` maps a name of
    /// importFieldNames() to a header of this file and goes before recognition.
    /// Errors: `import.no_header` when neither barcode nor SKU, or no name, was found; `import.unknown_field`,
    /// `import.unknown_column` for what `chosen` names wrongly.
    [[nodiscard]] static Result<ImportColumns> recognise(const QStringList &header,
                                                         const QHash<QString, QString> &chosen);

    /// The trimmed text of the field in this record; empty when the file has no such column.
    [[nodiscard]] QString text(const QStringList &record, ImportField field) const;
    [[nodiscard]] bool has(ImportField field) const { return m_places.contains(field); }
    [[nodiscard]] qsizetype count() const { return m_count; }
    /// Headers that mean nothing here, for a note to the person.
    [[nodiscard]] const QStringList &unread() const { return m_unread; }

private:
    QHash<ImportField, qsizetype> m_places;
    qsizetype m_count = 0;
    QStringList m_unread;
};

} // namespace crema::presenters
