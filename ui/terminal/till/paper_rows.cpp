// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/paper_rows.h"

#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

namespace {

bool isRule(const QString &text)
{
    return !text.isEmpty() && text.count(text.front()) == text.size();
}

// Narrower than any receipt printer: name and amount keep their edges, and every word and amount is kept.
QStringList narrowRows(const QString &text, const Layout &layout)
{
    const int width = layout.size.width;
    if (isRule(text))
        return {text.left(width)};
    const QString line = text.simplified();
    const qsizetype gap = text.trimmed().indexOf(QLatin1String("  "));
    const bool twoColumns = gap > 0 && text.trimmed().mid(gap).trimmed().count(QLatin1Char(' ')) == 0;
    if (!twoColumns)
        return wrapped(line, width, 4, layout.charset);
    const QString left = text.trimmed().left(gap);
    const QString right = text.trimmed().mid(gap).trimmed();
    if (textWidth(left) + 1 + textWidth(right) <= width)
        return {justified(left, right, width, layout.charset)};
    return wrapped(left, width, 3, layout.charset) << rightAligned(right, width, layout.charset);
}

} // namespace

int paperColumns(int width)
{
    return width >= 48 ? 48 : width >= 42 ? 42 : 32;
}

QStringList paperRows(const QString &paper, const Layout &layout)
{
    QStringList rows;
    for (const QString &line : paper.split(QLatin1Char('\n'))) {
        const QString text = layout.text(line);
        if (textWidth(text) <= layout.size.width)
            rows.append(text);
        else
            rows += narrowRows(text, layout);
    }
    return rows;
}

} // namespace crema::terminal
