// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/table_renderer.h"

#include "ui/command/display_text.h"

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

constexpr int gap = 2;
constexpr int narrowest = 4;

QList<int> naturalWidths(const QList<Column> &titles, const QList<QStringList> &rows)
{
    QList<int> widths;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        int width = displayWidth(titles.at(i).title);
        for (const QStringList &row : rows)
            width = std::max(width, displayWidth(row.at(i)));
        widths.append(width);
    }
    return widths;
}

/// Takes single columns from the widest until the line fits or all are at their narrowest.
/// Amounts (aligned at the end) are never cut: half a number is a wrong number.
QList<int> fitted(const QList<Column> &titles, QList<int> widths, int available)
{
    int total = gap * static_cast<int>(std::max<qsizetype>(0, widths.size() - 1));
    for (const int width : widths)
        total += width;
    while (available > 0 && total > available) {
        qsizetype widest = -1;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            if (titles.at(i).align == Align::Start && (widest < 0 || widths.at(i) > widths.at(widest)))
                widest = i;
        }
        if (widest < 0 || widths.at(widest) <= narrowest)
            break;
        --widths[widest];
        --total;
    }
    return widths;
}

QString padded(const QString &text, int width, Align align)
{
    const QString cut = align == Align::Start ? cutToWidth(text, width) : text;
    const QString blanks(std::max(0, width - displayWidth(cut)), u' ');
    return align == Align::Start ? cut + blanks : blanks + cut;
}

QString lineOf(const QList<Column> &titles, const QStringList &cells, const QList<int> &widths)
{
    QStringList texts;
    for (qsizetype i = 0; i < titles.size(); ++i)
        texts.append(padded(cells.at(i), widths.at(i), titles.at(i).align));
    QString line = texts.join(QString(gap, u' '));
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

QString inBold(const QString &text, const TableStyle &style)
{
    return style.bold ? u"\x1b[1m"_s + text + u"\x1b[0m"_s : text;
}

} // namespace

QString drawTable(const QList<Column> &titles, const QList<QStringList> &rows, const TableStyle &style)
{
    const QList<int> widths = fitted(titles, naturalWidths(titles, rows), style.columns);
    QStringList names;
    for (const Column &title : titles)
        names.append(title.title);
    QString table = inBold(lineOf(titles, names, widths), style) + u'\n';
    for (const QStringList &row : rows)
        table += lineOf(titles, row, widths) + u'\n';
    return table;
}

QString drawPairs(const QList<Column> &titles, const QStringList &values, const TableStyle &style)
{
    int width = 0;
    for (const Column &title : titles)
        width = std::max(width, displayWidth(title.title));
    QString text;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        if (!values.at(i).isEmpty())
            text += inBold(padded(titles.at(i).title, width, Align::Start), style) + u"  "_s + values.at(i) + u'\n';
    }
    return text;
}

} // namespace crema::command
