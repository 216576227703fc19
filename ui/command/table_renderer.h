// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/answer.h"

#include <QList>
#include <QStringList>

namespace crema::command {

/// How a table is set. Without a terminal nothing is cut and nothing is bold.
struct TableStyle {
    int columns = 0;   ///< width to fit into; 0: as wide as needed
    bool bold = false; ///< the titles in bold
};

/// An aligned table with its titles above, a line each, with a line end behind each.
/// Every row has as many cells as `titles`. What does not fit is cut, the widest columns first.
[[nodiscard]] QString drawTable(const QList<Column> &titles, const QList<QStringList> &rows, const TableStyle &style);

/// Titles before values, a line each; values of more than one line are not cut.
[[nodiscard]] QString drawPairs(const QList<Column> &titles, const QStringList &values, const TableStyle &style);

} // namespace crema::command
