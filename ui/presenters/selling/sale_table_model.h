// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/sale_list_presenter.h"

#include <QAbstractTableModel>

namespace crema {

/// The sales of a list as a table: more rows when a view asks for them. A row that comes or goes moves
/// nothing else.
class SaleTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Time, Cashier, Customer, Items, Payment, Total, State, ColumnCount };

    /// Titles, widths and what gives way first, in the order of Column.
    [[nodiscard]] static QList<DataColumn> columns();

    explicit SaleTableModel(SaleListPresenter &presenter, QObject *parent = nullptr);

    /// The row's values, for delegates; the row must exist.
    [[nodiscard]] const SaleRow &at(int row) const { return m_rows.at(row); }
    /// The column that the list is sorted by.
    [[nodiscard]] SortKey sortKey() const;
    /// Sorts by number, time, cashier or total; by time for any other column.
    void sortBy(const SortKey &key);

    /// −1 when the number is not in the table.
    [[nodiscard]] int rowOf(const QString &key) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void refresh();
    [[nodiscard]] QVariant rawText(const SaleRow &row, int column) const;
    [[nodiscard]] QString text(const SaleRow &row, int column) const;

    SaleListPresenter &m_presenter;
    QList<SaleRow> m_rows;
};

} // namespace crema
