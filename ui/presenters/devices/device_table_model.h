// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/devices/device_list_presenter.h"

#include <QAbstractTableModel>

namespace crema {

/// The devices of a list as a table.
class DeviceTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Place, Contact, Waiting, Attention, Clock, Disk, Version, State, ColumnCount };

    /// Titles, widths and what gives way first, in the order of Column.
    [[nodiscard]] static QList<DataColumn> columns();

    explicit DeviceTableModel(DeviceListPresenter &presenter, QObject *parent = nullptr);

    /// The row's values, for delegates; the row must exist.
    [[nodiscard]] const DeviceRow &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] SortKey sortKey() const;
    /// By name, place, contact or what waits; by need for any other column.
    void sortBy(const SortKey &key);
    /// −1 when the device is not in the table.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    [[nodiscard]] static QString text(const DeviceRow &row, int column);

    DeviceListPresenter &m_presenter;
    QList<DeviceRow> m_rows;
};

} // namespace crema
