// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/tile_list_model.h"

#include "ui/presenters/till/till_presenter.h"

#include <algorithm>

namespace crema {

TileListModel::TileListModel(TillPresenter &presenter, QObject *parent)
    : QAbstractListModel(parent), m_presenter(presenter), m_rows(presenter.tiles())
{
    connect(&presenter, &TillPresenter::tilesChanged, this, &TileListModel::refresh);
}

int TileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ProductTile &tile = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return tile.name;
    case Qt::AccessibleTextRole:
        if (tile.choices > 1) {
            return tile.inCart > 0 ? tr("%1, %2, asks for the variant, %3 in the cart")
                                         .arg(tile.name, tile.priceText, QString::number(tile.inCart))
                                   : tr("%1, %2, asks for the variant").arg(tile.name, tile.priceText);
        }
        return tile.inCart > 0
                   ? tr("%1, %2, %3 in the cart").arg(tile.name, tile.priceText, QString::number(tile.inCart))
                   : tr("%1, %2").arg(tile.name, tile.priceText);
    default: return {};
    }
}

Qt::ItemFlags TileListModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

void TileListModel::refresh()
{
    const QList<ProductTile> &rows = m_presenter.tiles();
    const auto known = std::min(m_rows.size(), rows.size());
    const bool goesOn =
        known == m_rows.size() && std::equal(m_rows.begin(), m_rows.end(), rows.begin(),
                                             [](const ProductTile &a, const ProductTile &b) { return a.id == b.id; });
    if (!goesOn) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    if (rows.size() > known) {
        beginInsertRows({}, static_cast<int>(known), static_cast<int>(rows.size()) - 1);
        m_rows += rows.mid(known);
        endInsertRows();
    }
    for (int row = 0; row < known; ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
}

} // namespace crema
