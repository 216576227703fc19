// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/table/data_column.h"

#include <QHeaderView>

namespace crema::desktop {

class Theme;

/// The header of a DataTable: titles over their cells, an arrow and, with several keys, the place of each.
class DataTableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit DataTableHeader(const Theme &theme, QWidget *parent = nullptr);

    void setTable(const QList<DataColumn> &columns, const QList<SortKey> &keys);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<DataColumn> m_columns;
    QList<SortKey> m_keys;
};

} // namespace crema::desktop
