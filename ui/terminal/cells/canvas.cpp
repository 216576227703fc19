// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/cells/canvas.h"

#include "ui/terminal/cells/cell_width.h"

namespace crema::terminal {

Canvas::Canvas(Size size)
    : m_size{std::max(0, size.width), std::max(0, size.height)},
      m_cells(static_cast<std::size_t>(m_size.width) * static_cast<std::size_t>(m_size.height)),
      m_roles(static_cast<std::size_t>(m_size.height), RowRole::Body)
{}

bool Canvas::contains(Position at) const
{
    return at.row >= 0 && at.row < m_size.height && at.column >= 0 && at.column < m_size.width;
}

Cell &Canvas::cellAt(Position at)
{
    Q_ASSERT(contains(at));
    return m_cells[static_cast<std::size_t>(at.row) * static_cast<std::size_t>(m_size.width) +
                   static_cast<std::size_t>(at.column)];
}

const Cell &Canvas::cell(Position at) const
{
    return const_cast<Canvas *>(this)->cellAt(at);
}

// Writing over one half of a wide character must not leave the other half behind.
void Canvas::clearHalves(Position at)
{
    const Position before{at.row, at.column - 1};
    const Position after{at.row, at.column + 1};
    if (cellAt(at).text.isEmpty() && contains(before))
        cellAt(before).text = QStringLiteral(" ");
    if (contains(after) && cellAt(after).text.isEmpty())
        cellAt(after).text = QStringLiteral(" ");
}

int Canvas::put(Position at, QStringView text, Style style)
{
    int column = at.column;
    for (const QString &cluster : clustersOf(text)) {
        const int columns = clusterWidth(cluster);
        if (column + columns > m_size.width)
            break;
        if (contains({at.row, column})) {
            clearHalves({at.row, column});
            cellAt({at.row, column}) = {cluster, style};
            if (columns == 2) {
                clearHalves({at.row, column + 1});
                cellAt({at.row, column}).text = cluster;
                cellAt({at.row, column + 1}) = {QString(), style};
            }
        }
        column += columns;
    }
    return column;
}

void Canvas::styleRow(int row, Style style)
{
    for (int column = 0; column < m_size.width; ++column)
        cellAt({row, column}).style = style;
}

void Canvas::paste(Position at, const Canvas &other)
{
    for (int row = 0; row < other.height(); ++row) {
        for (int column = 0; column < other.width(); ++column) {
            const Position target{at.row + row, at.column + column};
            if (contains(target))
                cellAt(target) = other.cell({row, column});
        }
        if (contains({at.row + row, 0}))
            setRole(at.row + row, other.role(row));
    }
    if (other.m_cursor)
        m_cursor = Position{at.row + other.m_cursor->row, at.column + other.m_cursor->column};
}

QString Canvas::rowText(int row) const
{
    QString text;
    for (int column = 0; column < m_size.width; ++column)
        text += cell({row, column}).text;
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text;
}

void Canvas::setRole(int row, RowRole role)
{
    m_roles[static_cast<std::size_t>(row)] = role;
}

} // namespace crema::terminal
