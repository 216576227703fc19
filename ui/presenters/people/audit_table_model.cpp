// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/audit_table_model.h"

#include <algorithm>

namespace crema {
namespace {

/// The same entries in the same order, as far as the shorter list goes.
bool beginsAlike(const QList<AuditRow> &some, const QList<AuditRow> &others)
{
    const qsizetype count = std::min(some.size(), others.size());
    return std::equal(some.begin(), some.begin() + count, others.begin(),
                      [](const AuditRow &a, const AuditRow &b) { return a.id == b.id; });
}

} // namespace

QList<DataColumn> AuditTableModel::columns()
{
    QList<DataColumn> columns{
        unsortedColumn("time", tr("When"), ColumnKind::Muted, 152, 0),
        unsortedColumn("who", tr("Who"), ColumnKind::Text, 160, 0),
        unsortedColumn("what", tr("What"), ColumnKind::Name, 200, 0),
        unsortedColumn("where", tr("Where"), ColumnKind::Muted, 152, 2),
        unsortedColumn("outcome", tr("Outcome"), ColumnKind::Badge, 136, 1),
    };
    columns[What].stretches = true;
    return columns;
}

AuditTableModel::AuditTableModel(AuditPresenter &presenter, QObject *parent)
    : QAbstractTableModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&presenter, &AuditPresenter::listChanged, this, &AuditTableModel::refresh);
}

int AuditTableModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_rows, id, &AuditRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int AuditTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AuditTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditTableModel::text(const AuditRow &row, int column)
{
    switch (column) {
    case Time: return row.timeText;
    case Who: return row.who;
    case What: return row.what;
    case Where: return row.where;
    case Outcome: return row.outcome.text;
    default: return {};
    }
}

QVariant AuditTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const AuditRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return row.exactText;
        return index.column() == What ? QVariant(row.what) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Outcome && row.outcome.text.isEmpty())
            return tr("done", "an entry");
        return index.column() == Time ? row.exactText : text(row, index.column());
    case DataRole::Raw: return index.column() == Time ? QVariant(row.plainTime) : QVariant();
    case DataRole::Badge:
        return index.column() == Outcome && !row.outcome.text.isEmpty() ? QVariant::fromValue(row.outcome) : QVariant();
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant AuditTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return columns().at(section).title;
}

bool AuditTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_presenter.hasOlder();
}

void AuditTableModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_presenter.fetchOlder();
}

void AuditTableModel::refresh()
{
    const QList<AuditRow> rows = m_presenter.rows();
    if (rows == m_rows)
        return;
    if (m_rows.isEmpty() || rows.size() < m_rows.size() || !beginsAlike(rows, m_rows)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    // Older ones came: who scrolls through the list stays where they are.
    const auto before = static_cast<int>(m_rows.size());
    if (rows.size() > before) {
        beginInsertRows({}, before, static_cast<int>(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
    }
    m_rows = rows;
    Q_EMIT dataChanged(index(0, 0), index(before - 1, ColumnCount - 1));
}

} // namespace crema
