// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/queue_list_model.h"

namespace crema {

QueueListModel::QueueListModel(SyncPanelPresenter &presenter, QObject *parent)
    : QAbstractListModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&presenter, &SyncPanelPresenter::rowsChanged, this, &QueueListModel::refresh);
}

int QueueListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueueListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const QueueRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return row.exactText;
    case Qt::AccessibleTextRole: return spoken(row);
    default: return {};
    }
}

Qt::ItemFlags QueueListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return Qt::NoItemFlags;
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return m_rows.at(index.row()).isGroup ? common : common | Qt::ItemIsSelectable;
}

QString QueueListModel::spoken(const QueueRow &row) const
{
    if (row.isGroup)
        return tr("%1, %2 entries").arg(row.title, row.ageText);
    QStringList parts{row.title, recordStateText(row.state), row.exactText};
    for (const QString &part : {row.problemText, row.hintText}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(", "));
}

void QueueListModel::refresh()
{
    const QList<QueueRow> &rows = m_presenter.rows();
    if (rows == m_rows)
        return;
    const bool sameLines = rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(),
                                                                      [](const QueueRow &a, const QueueRow &b) {
                                                                          return a.id == b.id && a.isGroup == b.isGroup;
                                                                      });
    if (sameLines) {
        // Only ages and states: what is marked and scrolled to stays.
        m_rows = rows;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

} // namespace crema
