// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/table.h"

#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

namespace {

constexpr int markWidth = 1;
constexpr int minimumStretch = 8;

int widestText(const Table &table, int column, const Layout &layout)
{
    int width = textWidth(layout.text(table.columns[column].title));
    for (const QStringList &row : table.rows)
        width = std::max(width, textWidth(layout.text(row.value(column))));
    return width;
}

QList<int> columnWidths(const Table &table, const Layout &layout)
{
    QList<int> widths;
    int fixed = markWidth + std::max(0, static_cast<int>(table.columns.size()) - 1);
    int stretching = 0;
    for (int column = 0; column < table.columns.size(); ++column) {
        widths.append(widestText(table, column, layout));
        if (table.columns[column].stretches)
            ++stretching;
        else
            fixed += widths.last();
    }
    const int share = stretching > 0 ? (layout.size.width - fixed) / stretching : 0;
    for (int column = 0; column < table.columns.size(); ++column) {
        if (table.columns[column].stretches)
            widths[column] = std::max(minimumStretch, share);
    }
    return widths;
}

QString rowText(const Table &table, const QStringList &texts, const QList<int> &widths, const Layout &layout)
{
    QStringList parts;
    for (int column = 0; column < table.columns.size(); ++column) {
        const QString text = layout.text(texts.value(column));
        parts.append(table.columns[column].alignment == Alignment::Right
                         ? rightAligned(text, widths[column], layout.charset)
                         : leftAligned(text, widths[column], layout.charset));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

Canvas Table::layout(const Layout &layout) const
{
    Canvas canvas(layout.size);
    const QList<int> widths = columnWidths(*this, layout);
    QStringList titles;
    for (const TableColumn &column : columns)
        titles.append(column.title);
    canvas.put({0, 0}, QLatin1Char(' ') + rowText(*this, titles, widths, layout), Style::underlined());
    const int room = std::max(0, layout.size.height - 1);
    const int count = static_cast<int>(rows.size());
    const int first = keep == TableEnd::Last ? std::max(0, count - room) : 0;
    for (int row = 0; row < room && first + row < count; ++row) {
        const bool isMarked = first + row == marked;
        const QString text =
            QString(isMarked ? QLatin1Char('>') : QLatin1Char(' ')) + rowText(*this, rows[first + row], widths, layout);
        canvas.put({row + 1, 0}, text, isMarked ? Style::strong() : Style());
    }
    return canvas;
}

} // namespace crema::terminal
