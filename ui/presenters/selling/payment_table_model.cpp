// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/payment_table_model.h"

namespace crema {

QList<DataColumn> PaymentTableModel::columns()
{
    QList<DataColumn> columns{
        unsortedColumn("state", tr("State"), ColumnKind::Badge, 208, 0),
        unsortedColumn("amount", tr("Amount"), ColumnKind::Number, 104, 0),
        unsortedColumn("time", tr("Asked"), ColumnKind::Muted, 144, 0),
        unsortedColumn("who", tr("By"), ColumnKind::Text, 144, 1),
        unsortedColumn("register", tr("Register"), ColumnKind::Text, 136, 2),
        unsortedColumn("sale", tr("Sale"), ColumnKind::Text, 152, 1),
        unsortedColumn("way", tr("Way"), ColumnKind::Muted, 120, 3),
    };
    columns[Who].stretches = true;
    return columns;
}

PaymentTableModel::PaymentTableModel(PaymentListPresenter &presenter, QObject *parent)
    : QAbstractTableModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&presenter, &PaymentListPresenter::listChanged, this, &PaymentTableModel::refresh);
}

int PaymentTableModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

int PaymentTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PaymentTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PaymentTableModel::text(const PaymentRow &row, int column)
{
    const auto orNone = [](const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    switch (column) {
    case State: return row.state.text;
    case Amount: return row.amountText;
    case Time: return row.timeText;
    case Who: return orNone(row.whoText);
    case Register: return orNone(row.registerText);
    case Sale: return orNone(row.saleText);
    case Way: return row.wayText;
    default: return {};
    }
}

QVariant PaymentTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const PaymentRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == State && !row.problemText.isEmpty())
            return row.problemText;
        return index.column() == Time ? row.exactText : QVariant();
    case DataRole::Badge: return index.column() == State ? QVariant::fromValue(row.state) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(columns().at(index.column()).kind == ColumnKind::Number ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    default: return {};
    }
}

QVariant PaymentTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return columns().at(section).title;
}

void PaymentTableModel::refresh()
{
    const QList<PaymentRow> rows = m_presenter.rows();
    if (rows == m_rows)
        return;
    const bool isSameOrder = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                        [](const PaymentRow &a, const PaymentRow &b) { return a.id == b.id; });
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
