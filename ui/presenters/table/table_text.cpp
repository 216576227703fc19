// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/table/table_text.h"

#include "models/text/plain_text.h"
#include "ui/presenters/table/data_column.h"

#include <QAbstractItemModel>
#include <QRegularExpression>

#include <algorithm>

namespace crema {

namespace {

QString quoted(QString text, QChar separator)
{
    const auto asks = [separator](QChar c) { return c == separator || c == u'\n' || c == u'\r' || c == u'"'; };
    if (std::ranges::none_of(text, asks))
        return text;
    text.replace(u'"', QLatin1String("\"\""));
    return u'"' + text + u'"';
}

/// What a spreadsheet would carry out as a formula becomes a text there; a number stays one.
QString withoutFormula(const QString &text)
{
    static const QRegularExpression formula(QStringLiteral("^\\s*[=+\\-@]"));
    static const QRegularExpression number(QStringLiteral("^[+-]?[0-9]+([.,][0-9]+)?$"));
    return formula.match(text).hasMatch() && !number.match(text).hasMatch() ? u'\'' + text : text;
}

QString asCell(const QString &text, QChar separator = u'\t')
{
    return quoted(withoutFormula(madePlain(text, Lines::Many)), separator);
}

QString cellText(const QModelIndex &index)
{
    const QVariant raw = index.data(DataRole::Raw);
    return asCell(raw.isValid() ? raw.toString() : index.data(Qt::DisplayRole).toString());
}

} // namespace

QString tabSeparated(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns,
                     TableHeader header)
{
    QString text;
    const auto addLine = [&](const auto &cellOf) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (i > 0)
                text.append(u'\t');
            text.append(cellOf(columns.at(i)));
        }
        text.append(u'\n');
    };
    if (header == TableHeader::Included)
        addLine([&](int column) { return asCell(model.headerData(column, Qt::Horizontal).toString()); });
    for (const int row : rows)
        addLine([&](int column) { return cellText(model.index(row, column)); });
    return text;
}

QString commaSeparated(const QStringList &cells)
{
    QStringList safe;
    for (const QString &cell : cells)
        safe.append(asCell(cell, u','));
    return safe.join(u',') + QLatin1String("\r\n");
}

} // namespace crema
