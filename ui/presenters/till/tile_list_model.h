// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_view.h"

#include <QAbstractListModel>

namespace crema {

class TillPresenter;

/// The tiles of the product grid; a change of counts alone does not reset it.
class TileListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit TileListModel(TillPresenter &presenter, QObject *parent = nullptr);

    /// The row's values, for delegates; the row must exist.
    [[nodiscard]] const ProductTile &at(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void refresh();

    TillPresenter &m_presenter;
    QList<ProductTile> m_rows;
};

} // namespace crema
