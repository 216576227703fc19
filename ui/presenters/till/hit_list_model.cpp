// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/hit_list_model.h"

#include "ui/presenters/till/till_presenter.h"

namespace crema {

HitListModel::HitListModel(TillPresenter &presenter, QObject *parent)
    : QAbstractListModel(parent), m_presenter(presenter), m_rows(presenter.hits())
{
    connect(&presenter, &TillPresenter::searchChanged, this, &HitListModel::refresh);
}

int HitListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HitListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ProductHit &hit = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return hit.name;
    case Qt::AccessibleTextRole:
        return hit.stockText.isEmpty() ? tr("%1, %2", "name and price of a product").arg(hit.name, hit.priceText)
                                       : tr("%1, %2, %3").arg(hit.name, hit.priceText, hit.stockText);
    default: return {};
    }
}

Qt::ItemFlags HitListModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

void HitListModel::refresh()
{
    if (m_rows == m_presenter.hits())
        return;
    beginResetModel();
    m_rows = m_presenter.hits();
    endResetModel();
}

} // namespace crema
