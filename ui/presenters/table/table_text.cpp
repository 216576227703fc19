// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/table/table_text.h"

#include "ui/presenters/table/data_column.h"

#include <QAbstractItemModel>

namespace crema {

namespace {

QString quoted(QString text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r') && !text.contains(u'"'))
        return text;
    text.replace(u'"', QLatin1String("\"\""));
    return u'"' + text + u'"';
}

QString cellText(const QModelIndex &index)
{
    const QVariant raw = index.data(DataRole::Raw);
    return quoted(raw.isValid() ? raw.toString() : index.data(Qt::DisplayRole).toString());
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
        addLine([&](int column) { return quoted(model.headerData(column, Qt::Horizontal).toString()); });
    for (const int row : rows)
        addLine([&](int column) { return cellText(model.index(row, column)); });
    return text;
}

} // namespace crema
