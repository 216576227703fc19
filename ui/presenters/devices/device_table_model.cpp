// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/devices/device_table_model.h"

namespace crema {

QList<DataColumn> DeviceTableModel::columns()
{
    QList<DataColumn> columns{
        unsortedColumn("name", tr("Device"), ColumnKind::Name, 160, 0),
        unsortedColumn("place", tr("Location"), ColumnKind::Text, 136, 1),
        unsortedColumn("contact", tr("Last contact"), ColumnKind::Muted, 120, 0),
        unsortedColumn("waiting", tr("Waits"), ColumnKind::Number, 120, 0),
        unsortedColumn("attention", tr("To decide"), ColumnKind::Number, 88, 2),
        unsortedColumn("clock", tr("Clock"), ColumnKind::Muted, 112, 4),
        unsortedColumn("disk", tr("Disk"), ColumnKind::Muted, 112, 5),
        unsortedColumn("version", tr("Version"), ColumnKind::Muted, 88, 6),
        unsortedColumn("state", tr("State"), ColumnKind::Badge, 160, 0),
    };
    columns[Name].stretches = true;
    for (const int sorted : {Name, Place, Contact, Waiting, State})
        columns[sorted].sortable = true;
    return columns;
}

DeviceTableModel::DeviceTableModel(DeviceListPresenter &presenter, QObject *parent)
    : QAbstractTableModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&presenter, &DeviceListPresenter::listChanged, this, &DeviceTableModel::refresh);
}

SortKey DeviceTableModel::sortKey() const
{
    const Qt::SortOrder direction = m_presenter.direction();
    switch (m_presenter.order()) {
    case DeviceListPresenter::Order::Name: return {Name, direction};
    case DeviceListPresenter::Order::Place: return {Place, direction};
    case DeviceListPresenter::Order::Contact: return {Contact, direction};
    case DeviceListPresenter::Order::Waiting: return {Waiting, direction};
    case DeviceListPresenter::Order::Need: break;
    }
    return {State, direction};
}

void DeviceTableModel::sortBy(const SortKey &key)
{
    using Order = DeviceListPresenter::Order;
    switch (key.column) {
    case Name: m_presenter.setOrder(Order::Name, key.order); break;
    case Place: m_presenter.setOrder(Order::Place, key.order); break;
    case Contact: m_presenter.setOrder(Order::Contact, key.order); break;
    case Waiting: m_presenter.setOrder(Order::Waiting, key.order); break;
    default: m_presenter.setOrder(Order::Need, key.order); break;
    }
}

int DeviceTableModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

int DeviceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DeviceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DeviceTableModel::text(const DeviceRow &row, int column)
{
    const auto orNone = [](const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    switch (column) {
    case Name: return row.isThis ? tr("%1 (this device)").arg(row.name) : row.name;
    case Place: return orNone(row.placeText);
    case Contact: return row.contactText;
    case Waiting: return orNone(row.waitingText);
    case Attention: return orNone(row.attentionText);
    case Clock: return orNone(row.clockText);
    case Disk: return orNone(row.diskText);
    case Version: return orNone(row.versionText);
    case State: return row.state.text;
    default: return {};
    }
}

QVariant DeviceTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const DeviceRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Name)
            return row.registerText;
        return index.column() == Contact && !row.exactText.isEmpty() ? row.exactText : QVariant();
    case Qt::AccessibleTextRole: {
        if (index.column() == State)
            return row.state.text.isEmpty() ? tr("well", "a device") : row.state.text;
        return text(row, index.column());
    }
    case DataRole::Badge:
        return index.column() == State && !row.state.text.isEmpty() ? QVariant::fromValue(row.state) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(columns().at(index.column()).kind == ColumnKind::Number ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    default: return {};
    }
}

QVariant DeviceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return columns().at(section).title;
}

void DeviceTableModel::refresh()
{
    const QList<DeviceRow> rows = m_presenter.rows();
    if (rows == m_rows)
        return;
    const bool isSameOrder = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                        [](const DeviceRow &a, const DeviceRow &b) { return a.id == b.id; });
    if (!isSameOrder) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    m_rows = rows;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace crema
