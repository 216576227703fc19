// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/document_lines.h"

#include "models/text/plain_text.h"
#include "reports/documents/text_columns.h"

#include <algorithm>
#include <optional>

namespace crema::documents {

namespace {

using Edge = PlacedText::Edge;

QString withoutEndBlanks(QString line)
{
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line;
}

/// Writes the blocks of one document as lines.
struct LineWriter {
    int columns;

    QList<DocumentLine> operator()(const TextBlock &block) const
    {
        QList<DocumentLine> lines;
        const QString indent(block.indent, QLatin1Char(' '));
        for (const QString &row : wrapText(block.text, columns - block.indent)) {
            const bool isCentred = block.alignment == Alignment::Centre;
            const QString text = isCentred ? alignCentre(row, columns) : indent + row;
            lines.append({withoutEndBlanks(text),
                          {{row, block.indent, columns - block.indent, isCentred ? Edge::Centre : Edge::Start}},
                          block.emphasis});
        }
        return lines;
    }

    QList<DocumentLine> operator()(const PairBlock &block) const
    {
        const QString amount = madePlain(block.amount);
        const int amountColumns = displayWidth(amount);
        const int room = columns - amountColumns - 1;
        QList<DocumentLine> lines;
        for (const QString &row : wrapText(block.name, room))
            lines.append({row, {{row, 0, room, Edge::Start}}, block.emphasis});
        DocumentLine &first = lines.first();
        first.text += alignRight(amount, columns - displayWidth(first.text));
        first.parts.append({amount, columns - amountColumns, amountColumns, Edge::End});
        for (DocumentLine &line : lines)
            line.text = withoutEndBlanks(line.text);
        return lines;
    }

    QList<DocumentLine> operator()(const RuleBlock &) const
    {
        const QString rule(columns, QLatin1Char('-'));
        return {{rule, {{rule, 0, columns, Edge::Start}}}};
    }

    QList<DocumentLine> operator()(const TableRowBlock &block) const
    {
        QStringList cells;
        for (const QString &cell : block.cells)
            cells.append(madePlain(cell));
        if (cells.isEmpty())
            return {};
        if (const auto ends = endsOf(cells))
            return {rowOf(cells, *ends)};
        QList<DocumentLine> lines{{cells.first(), {{cells.first(), 0, columns, Edge::Start}}}};
        for (const QString &cell : cells.mid(1))
            lines.append({alignRight(cell, columns), {{cell, 0, columns, Edge::End}}});
        return lines;
    }

    /// Where each cell ends: with its column, or before the cell behind it where that one is wider than its own column.
    /// Nothing where they do not fit in a line with a blank between them.
    [[nodiscard]] std::optional<QList<int>> endsOf(const QStringList &cells) const
    {
        const int count = static_cast<int>(cells.size());
        QList<int> ends(count, columns);
        int room = columns;
        for (int i = count - 1; i > 0; --i) {
            ends[i] = std::min(columns - (count - 1 - i) * (columns / count), room);
            room = ends[i] - displayWidth(cells[i]) - 1;
        }
        ends[0] = displayWidth(cells.first());
        return ends[0] <= room ? std::optional(ends) : std::nullopt;
    }

    [[nodiscard]] DocumentLine rowOf(const QStringList &cells, const QList<int> &ends) const
    {
        const int column = columns / static_cast<int>(cells.size());
        DocumentLine line;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const int room = i == 0 ? ends[i] : std::min(column, ends[i] - ends[i - 1]);
            line.text += i == 0 ? cells[i] : alignRight(cells[i], ends[i] - displayWidth(line.text));
            line.parts.append(i == 0 ? PlacedText{cells[i], 0, room, Edge::Start}
                                     : PlacedText{cells[i], ends[i] - room, room, Edge::End});
        }
        line.text = withoutEndBlanks(line.text);
        return line;
    }

    template<class Other>
    QList<DocumentLine> operator()(const Other &) const
    {
        return {};
    }
};

} // namespace

QList<DocumentLine> linesOf(const DocumentBlock &block, int columns)
{
    return std::visit(LineWriter{columns}, block);
}

} // namespace crema::documents
