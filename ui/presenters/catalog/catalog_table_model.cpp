// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/catalog_table_model.h"

#include <algorithm>

namespace crema {

namespace {

bool sameVariant(const CatalogRow &a, const CatalogRow &b)
{
    return a.variant == b.variant;
}

} // namespace

CatalogTableModel::CatalogTableModel(const CatalogTexts &texts, const QList<CatalogColumn> &columns, QObject *parent)
    : QAbstractTableModel(parent), m_texts(texts), m_columns(columns)
{}

int CatalogTableModel::rowOf(VariantId variant) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const CatalogRow &r) { return r.variant == variant; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void CatalogTableModel::showRows(const QList<CatalogRow> &rows)
{
    const auto [old, now] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(), sameVariant);
    const bool atTheEnd = old == m_rows.end() || now == rows.end();
    if (!atTheEnd || old == m_rows.begin()) {
        m_changing = true;
        beginResetModel();
        m_rows = rows;
        endResetModel();
        m_changing = false;
        return;
    }
    const int kept = static_cast<int>(old - m_rows.begin());
    if (kept < m_rows.size()) {
        m_changing = true;
        beginRemoveRows({}, kept, static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(kept);
        endRemoveRows();
        m_changing = false;
    }
    for (int row = 0; row < kept; ++row)
        changeRow(row, rows.at(row));
    addRows(rows.sliced(kept));
}

void CatalogTableModel::addRows(const QList<CatalogRow> &rows)
{
    if (rows.isEmpty())
        return;
    m_changing = true;
    beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(m_rows.size() + rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
    m_changing = false;
}

void CatalogTableModel::showProduct(const QList<CatalogRow> &variants)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const VariantId shown = m_rows.at(row).variant;
        const auto found = std::find_if(variants.begin(), variants.end(),
                                        [&](const CatalogRow &variant) { return variant.variant == shown; });
        if (found != variants.end())
            changeRow(row, *found);
    }
}

void CatalogTableModel::changeRow(int row, const CatalogRow &to)
{
    if (m_rows.at(row) == to)
        return;
    m_rows[row] = to;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void CatalogTableModel::setCurrency(Currency currency)
{
    if (currency == m_currency)
        return;
    m_currency = currency;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void CatalogTableModel::setStates(const RecordStates &states)
{
    if (states == m_states)
        return;
    m_states = states;
    const int column = placeOf(CatalogColumn::Status);
    if (column >= 0 && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, column), index(static_cast<int>(m_rows.size()) - 1, column));
}

void CatalogTableModel::tint(VariantId variant, CatalogColumn column)
{
    const int row = rowOf(variant);
    if (row < 0 || placeOf(column) < 0)
        return;
    m_tints.append({variant, column});
    Q_EMIT dataChanged(index(row, placeOf(column)), index(row, placeOf(column)), {DataRole::Saved});
}

void CatalogTableModel::clearTints()
{
    const auto tints = std::exchange(m_tints, {});
    for (const auto &[variant, column] : tints) {
        const int row = rowOf(variant);
        if (row >= 0)
            Q_EMIT dataChanged(index(row, placeOf(column)), index(row, placeOf(column)), {DataRole::Saved});
    }
}

int CatalogTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CatalogTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

bool CatalogTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_changing;
}

void CatalogTableModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        Q_EMIT moreWanted();
}

QVariant CatalogTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CatalogRow &row = m_rows.at(index.row());
    const CatalogColumn column = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const QString shown = text(row, column);
        return shown.isEmpty() && column != CatalogColumn::Status ? QStringLiteral("–") : shown;
    }
    case Qt::EditRole: return typedText(row, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(describe(column).title, text(row, column).isEmpty() ? tr("none") : text(row, column));
    case DataRole::Badge: {
        const std::optional<CellBadge> shown = column == CatalogColumn::Status ? badge(row) : std::nullopt;
        return shown ? QVariant::fromValue(*shown) : QVariant();
    }
    case DataRole::Raw: return raw(row, column);
    case DataRole::Muted: return row.archived || text(row, column).isEmpty();
    case DataRole::Saved: return m_tints.contains({row.variant, column});
    default: return {};
    }
}

QVariant CatalogTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const DataColumn column = describe(m_columns.at(section));
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(column.kind == ColumnKind::Number ? Qt::AlignRight : Qt::AlignLeft);
    return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

Qt::ItemFlags CatalogTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (m_editable.contains(m_columns.at(index.column())))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace crema
