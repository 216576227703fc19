// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QAbstractItemModel;

namespace crema {

enum class TableHeader { Included, LeftOut };

/// Rows of a table as tab-separated text for a spreadsheet: raw numbers with the locale's decimal sign
/// (DataRole::Raw), a cell with tabs, quotes or line breaks in quotes, one that a spreadsheet would carry out (`=`,
/// `+`,
/// `-`, `@` before anything but a number) behind an apostrophe, and without control characters. Rows and columns in the
/// order given.
[[nodiscard]] QString tabSeparated(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns,
                                   TableHeader header);

/// One row of a CSV file (RFC 4180), with its line end: cells quoted where they need it, and made harmless as above.
[[nodiscard]] QString commaSeparated(const QStringList &cells);

} // namespace crema
