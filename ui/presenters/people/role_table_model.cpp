// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/role_table_model.h"

#include <algorithm>

namespace crema {

QList<DataColumn> RoleTableModel::columns()
{
    QList<DataColumn> columns{
        unsortedColumn("name", tr("Role"), ColumnKind::Name, 160, 0),
        unsortedColumn("origin", tr("Kind"), ColumnKind::Muted, 152, 2),
        unsortedColumn("holders", tr("Who has it"), ColumnKind::Text, 112, 1),
        unsortedColumn("state", tr("State"), ColumnKind::Badge, 120, 0),
    };
    columns[Name].stretches = true;
    return columns;
}

RoleTableModel::RoleTableModel(RoleListPresenter &presenter, QObject *parent)
    : QAbstractTableModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&presenter, &RoleListPresenter::listChanged, this, &RoleTableModel::refresh);
}

int RoleTableModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_rows, id, &RoleRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RoleTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RoleTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RoleTableModel::text(const RoleRow &row, int column)
{
    switch (column) {
    case Name: return row.name;
    case Origin: return row.originText;
    case Holders: return row.holdersText;
    case State: return row.state.text;
    default: return {};
    }
}

QVariant RoleTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const RoleRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == State && row.state.text.isEmpty())
            return tr("is given", "a role");
        return text(row, index.column());
    case DataRole::Badge:
        return index.column() == State && !row.state.text.isEmpty() ? QVariant::fromValue(row.state) : QVariant();
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant RoleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return columns().at(section).title;
}

void RoleTableModel::refresh()
{
    if (m_presenter.rows() == m_rows)
        return;
    beginResetModel();
    m_rows = m_presenter.rows();
    endResetModel();
}

} // namespace crema
