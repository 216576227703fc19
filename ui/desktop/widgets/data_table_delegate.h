// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/table/data_column.h"

#include <QAbstractItemDelegate>

namespace crema::desktop {

class DataTable;
class Theme;

/// Blank px at both sides of a cell.
inline constexpr int cellMargin = 12;

/// Paints the cells of a DataTable by the kind of their column and the roles of DataRole.
class DataTableDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    DataTableDelegate(const Theme &theme, DataTable *table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] QFont fontOf(const QModelIndex &index) const;

    const Theme &m_theme;
    const DataTable &m_table;
};

} // namespace crema::desktop
