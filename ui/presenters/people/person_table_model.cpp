// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/person_table_model.h"

#include <algorithm>

namespace crema {

QList<DataColumn> PersonTableModel::columns()
{
    QList<DataColumn> columns{
        unsortedColumn("name", tr("Name"), ColumnKind::Name, 160, 0),
        unsortedColumn("role", tr("Role"), ColumnKind::Text, 128, 0),
        unsortedColumn("place", tr("Works at"), ColumnKind::Text, 144, 2),
        unsortedColumn("email", tr("E-mail"), ColumnKind::Muted, 208, 3),
        unsortedColumn("pin", tr("PIN"), ColumnKind::Muted, 72, 4),
        unsortedColumn("state", tr("State"), ColumnKind::Badge, 120, 1),
    };
    columns[Name].stretches = true;
    return columns;
}

PersonTableModel::PersonTableModel(PersonListPresenter &presenter, QObject *parent)
    : QAbstractTableModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&presenter, &PersonListPresenter::listChanged, this, &PersonTableModel::refresh);
}

int PersonTableModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const PersonRow &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int PersonTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PersonTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PersonTableModel::text(const PersonRow &row, int column)
{
    const auto orNone = [](const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    switch (column) {
    case Name: return row.isThis ? tr("%1 (you)").arg(row.name) : row.name;
    case Role: return row.roleText;
    case Place: return row.placeText;
    case Email: return orNone(row.emailText);
    case Pin: return orNone(row.pinText);
    case State: return row.state.text;
    default: return {};
    }
}

QVariant PersonTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const PersonRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return index.column() == Email && !row.emailText.isEmpty() ? row.emailText : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == State && row.state.text.isEmpty())
            return tr("may sign in", "a person");
        return text(row, index.column());
    case DataRole::Badge:
        return index.column() == State && !row.state.text.isEmpty() ? QVariant::fromValue(row.state) : QVariant();
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant PersonTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return columns().at(section).title;
}

void PersonTableModel::refresh()
{
    const QList<PersonRow> rows = m_presenter.rows();
    if (rows == m_rows)
        return;
    const bool isSameOrder =
        std::ranges::equal(rows, m_rows, [](const PersonRow &a, const PersonRow &b) { return a.id == b.id; });
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
