// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/customer_table_model.h"

#include <algorithm>

namespace crema {

QList<DataColumn> CustomerTableModel::columns()
{
    QList<DataColumn> columns{
        unsortedColumn("name", tr("Name"), ColumnKind::Name, 176, 0),
        unsortedColumn("email", tr("E-mail"), ColumnKind::Text, 208, 1),
        unsortedColumn("phone", tr("Phone"), ColumnKind::Text, 144, 2),
        unsortedColumn("taxId", tr("Tax number"), ColumnKind::Muted, 136, 4),
        unsortedColumn("state", tr("State"), ColumnKind::Badge, 120, 3),
    };
    columns[Name].stretches = true;
    return columns;
}

CustomerTableModel::CustomerTableModel(CustomerListPresenter &presenter, QObject *parent)
    : QAbstractTableModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&presenter, &CustomerListPresenter::listChanged, this, &CustomerTableModel::refresh);
}

int CustomerTableModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const CustomerRow &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CustomerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CustomerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CustomerTableModel::text(const CustomerRow &row, int column)
{
    const auto orNone = [](const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    switch (column) {
    case Name: return row.name;
    case Email: return orNone(row.emailText);
    case Phone: return orNone(row.phoneText);
    case TaxId: return orNone(row.taxIdText);
    case State: return row.state.text;
    default: return {};
    }
}

QVariant CustomerTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const CustomerRow &row = m_rows.at(index.row());
    const bool hasBadge = index.column() == State && !row.state.text.isEmpty();
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == State && !hasBadge ? tr("in use", "a customer") : text(row, index.column());
    case DataRole::Badge: return hasBadge ? QVariant::fromValue(row.state) : QVariant();
    case DataRole::Muted: return !row.state.text.isEmpty();
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant CustomerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return columns().at(section).title;
}

void CustomerTableModel::refresh()
{
    const QList<CustomerRow> rows = m_presenter.rows();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

} // namespace crema
