// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/table/data_column.h"

#include <algorithm>

namespace crema {

DataColumn unsortedColumn(const char *id, const QString &title, ColumnKind kind, int width, int importance)
{
    DataColumn column;
    column.id = QString::fromLatin1(id);
    column.title = title;
    column.kind = kind;
    column.width = width;
    column.sortable = false;
    column.importance = importance;
    return column;
}

QList<SortKey> sortKeysAfter(QList<SortKey> keys, int column, bool further)
{
    const auto found =
        std::find_if(keys.begin(), keys.end(), [column](const SortKey &k) { return k.column == column; });
    SortKey key{column, Qt::AscendingOrder};
    if (found != keys.end() && (further || keys.size() == 1))
        key.order = found->order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (!further)
        return {key};
    if (found != keys.end())
        *found = key;
    else
        keys.append(key);
    return keys;
}

} // namespace crema
