// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_view.h"

#include <QAbstractListModel>

namespace crema {

class TillPresenter;

/// The cart's lines. Lines keep their identity, so that a view's scroll position and selection survive a change.
class CartListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit CartListModel(TillPresenter &presenter, QObject *parent = nullptr);

    /// The row's values, for delegates; the row must exist.
    [[nodiscard]] const CartLineView &at(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    /// Whoever hears of a row may change the cart, which is then read once more.
    void refresh();
    void takeLines(const QList<CartLineView> &rows);

    TillPresenter &m_presenter;
    QList<CartLineView> m_rows;
    bool m_isRefreshing = false;
    bool m_isBehind = false;
};

} // namespace crema
