// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/widgets/layout.h"

#include <QList>
#include <QStringList>

namespace crema::terminal {

enum class Alignment { Left, Right };

struct TableColumn {
    QString title;
    Alignment alignment = Alignment::Left;
    bool stretches = false; ///< takes the room that the others leave; else as wide as its widest text
};

/// Which rows stay when there are more than fit.
enum class TableEnd { First, Last };

/// Rows under an underlined header. Columns that do not stretch are never cut as long as the stretching ones
/// keep eight columns.
struct Table {
    QList<TableColumn> columns;
    QList<QStringList> rows;
    TableEnd keep = TableEnd::First;
    int marked = -1; ///< index of a row in bold with ">" before it; -1 for none

    [[nodiscard]] Canvas layout(const Layout &layout) const;
};

} // namespace crema::terminal
