// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/role_list_presenter.h"

#include <QAbstractTableModel>

namespace crema {

/// The roles of a list as a table.
class RoleTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Origin, Holders, State, ColumnCount };

    /// Titles, widths and what gives way first, in the order of Column.
    [[nodiscard]] static QList<DataColumn> columns();

    explicit RoleTableModel(RoleListPresenter &presenter, QObject *parent = nullptr);

    /// The row's values, for delegates; the row must exist.
    [[nodiscard]] const RoleRow &at(int row) const { return m_rows.at(row); }
    /// −1 when the role is not in the table.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    [[nodiscard]] static QString text(const RoleRow &row, int column);

    RoleListPresenter &m_presenter;
    QList<RoleRow> m_rows;
};

} // namespace crema
