// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/document_lines.h"

#include "models/text/plain_text.h"
#include "reports/documents/text_columns.h"

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
        if (block.cells.isEmpty())
            return {};
        const int count = static_cast<int>(block.cells.size());
        const int column = columns / count;
        DocumentLine line;
        int end = columns - (count - 1) * column;
        for (int i = 0; i < count; ++i, end += column) {
            const QString cell = madePlain(block.cells.at(i));
            line.text += i == 0 ? cell : alignRight(cell, end - displayWidth(line.text));
            line.parts.append(i == 0 ? PlacedText{cell, 0, end, Edge::Start}
                                     : PlacedText{cell, end - column, column, Edge::End});
        }
        line.text = withoutEndBlanks(line.text);
        return {line};
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
