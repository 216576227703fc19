// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/cart_list_model.h"

#include "ui/presenters/till/till_presenter.h"

#include <algorithm>
#include <utility>

namespace crema {

CartListModel::CartListModel(TillPresenter &presenter, QObject *parent)
    : QAbstractListModel(parent), m_presenter(presenter), m_rows(presenter.lines())
{
    connect(&presenter, &TillPresenter::cartChanged, this, &CartListModel::refresh);
}

int CartListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CartListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const CartLineView &line = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return line.name;
    case Qt::AccessibleTextRole: return line.spoken;
    default: return {};
    }
}

void CartListModel::refresh()
{
    m_isBehind = true;
    if (m_isRefreshing)
        return;
    m_isRefreshing = true;
    while (std::exchange(m_isBehind, false)) {
        const QList<CartLineView> rows = m_presenter.lines();
        takeLines(rows);
    }
    m_isRefreshing = false;
}

void CartListModel::takeLines(const QList<CartLineView> &rows)
{
    const auto has = [](const QList<CartLineView> &list, const QString &key) {
        return std::any_of(list.begin(), list.end(), [&](const CartLineView &line) { return line.key == key; });
    };
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (has(rows, m_rows.at(row).key))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    // Lines never change places, so what is missing now came in at its own row.
    for (int row = 0; row < rows.size(); ++row) {
        if (row < m_rows.size() && m_rows.at(row).key == rows.at(row).key) {
            if (m_rows.at(row) != rows.at(row)) {
                m_rows[row] = rows.at(row);
                Q_EMIT dataChanged(index(row), index(row));
            }
            continue;
        }
        beginInsertRows({}, row, row);
        m_rows.insert(row, rows.at(row));
        endInsertRows();
    }
}

} // namespace crema
