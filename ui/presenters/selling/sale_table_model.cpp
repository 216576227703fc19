// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/sale_table_model.h"

namespace crema {

namespace {

/// How many rows of `rows` are new before the ones that were there; nothing when they do not follow each other.
std::optional<qsizetype> rowsBefore(const QList<SaleRow> &rows, const QList<SaleRow> &old)
{
    if (old.isEmpty())
        return std::nullopt;
    qsizetype before = 0;
    while (before < rows.size() && rows.at(before).key != old.first().key)
        ++before;
    const qsizetype common = std::min(rows.size() - before, old.size());
    if (common == 0)
        return std::nullopt;
    for (qsizetype row = 0; row < common; ++row) {
        if (rows.at(before + row).key != old.at(row).key)
            return std::nullopt;
    }
    return before;
}

} // namespace

QList<DataColumn> SaleTableModel::columns()
{
    QList<DataColumn> columns{
        unsortedColumn("number", tr("Sale"), ColumnKind::Name, 176, 0),
        unsortedColumn("time", tr("Time"), ColumnKind::Muted, 152, 0),
        unsortedColumn("cashier", tr("Cashier"), ColumnKind::Muted, 136, 2),
        unsortedColumn("customer", tr("Customer"), ColumnKind::Text, 160, 0),
        unsortedColumn("items", tr("Items"), ColumnKind::Number, 72, 1),
        unsortedColumn("payment", tr("Payment"), ColumnKind::Muted, 128, 3),
        unsortedColumn("total", tr("Total"), ColumnKind::Number, 104, 0),
        unsortedColumn("state", tr("State"), ColumnKind::Badge, 152, 0),
    };
    columns[Customer].stretches = true;
    for (const int sorted : {Number, Time, Cashier, Total})
        columns[sorted].sortable = true;
    return columns;
}

SaleTableModel::SaleTableModel(SaleListPresenter &presenter, QObject *parent)
    : QAbstractTableModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&presenter, &SaleListPresenter::listChanged, this, &SaleTableModel::refresh);
    connect(&presenter, &SaleListPresenter::timesChanged, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time));
    });
}

SortKey SaleTableModel::sortKey() const
{
    switch (m_presenter.sort()) {
    case sync::SaleSort::Number: return {Number, m_presenter.order()};
    case sync::SaleSort::Total: return {Total, m_presenter.order()};
    case sync::SaleSort::Cashier: return {Cashier, m_presenter.order()};
    case sync::SaleSort::Time: break;
    }
    return {Time, m_presenter.order()};
}

void SaleTableModel::sortBy(const SortKey &key)
{
    switch (key.column) {
    case Number: m_presenter.setSort(sync::SaleSort::Number, key.order); break;
    case Total: m_presenter.setSort(sync::SaleSort::Total, key.order); break;
    case Cashier: m_presenter.setSort(sync::SaleSort::Cashier, key.order); break;
    default: m_presenter.setSort(sync::SaleSort::Time, key.order); break;
    }
}

int SaleTableModel::rowOf(const QString &key) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).key == key)
            return row;
    }
    return -1;
}

int SaleTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SaleTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SaleTableModel::text(const SaleRow &row, int column) const
{
    const auto orNone = [](const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    switch (column) {
    case Number: return row.number;
    case Time: return m_presenter.timeText(row);
    case Cashier: return orNone(row.cashier);
    case Customer: return orNone(row.customer);
    case Items: return row.itemsText;
    case Payment: return orNone(row.paymentText);
    case Total: return row.totalText;
    case State: return row.state == RecordState::Synced ? QString() : recordStateText(row.state);
    default: return {};
    }
}

QVariant SaleTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const SaleRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return index.column() == Time ? row.exactText : QVariant();
    case Qt::AccessibleTextRole:
        switch (index.column()) {
        case Number: return m_presenter.spokenRow(row);
        case Time: return row.exactText;
        case State: return recordStateText(row.state);
        default: return text(row, index.column());
        }
    case DataRole::Badge:
        return index.column() == State && row.state != RecordState::Synced ? QVariant::fromValue(recordBadge(row.state))
                                                                           : QVariant();
    case DataRole::Raw: return rawText(row, index.column());
    default: return {};
    }
}

QVariant SaleTableModel::rawText(const SaleRow &row, int column) const
{
    switch (column) {
    case Time: return row.plainTime;
    case Cashier: return row.cashier;
    case Customer: return row.customer;
    case Payment: return row.paymentText;
    case Total: return row.plainTotal;
    case State: return recordStateText(row.state);
    default: return text(row, column);
    }
}

QVariant SaleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const DataColumn column = columns().at(section);
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::AccessibleTextRole:
        return section != sortKey().column             ? column.title
               : sortKey().order == Qt::AscendingOrder ? tr("%1, sorted upwards").arg(column.title)
                                                       : tr("%1, sorted downwards").arg(column.title);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column.kind == ColumnKind::Number ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    default: return {};
    }
}

bool SaleTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_presenter.canFetchMore() && !m_rows.isEmpty();
}

void SaleTableModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_presenter.fetchMore();
}

void SaleTableModel::refresh()
{
    const QList<SaleRow> rows = m_presenter.rows();
    if (rows == m_rows)
        return;
    const std::optional<qsizetype> before = rowsBefore(rows, m_rows);
    if (!before) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    if (*before > 0) {
        beginInsertRows({}, 0, static_cast<int>(*before) - 1);
        m_rows = rows.first(*before) + m_rows;
        endInsertRows();
    }
    if (m_rows.size() > rows.size()) {
        beginRemoveRows({}, static_cast<int>(rows.size()), rowCount() - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    } else if (m_rows.size() < rows.size()) {
        beginInsertRows({}, rowCount(), static_cast<int>(rows.size()) - 1);
        m_rows += rows.sliced(m_rows.size());
        endInsertRows();
    }
    m_rows = rows;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace crema
