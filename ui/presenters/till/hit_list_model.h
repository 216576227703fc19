// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_view.h"

#include <QAbstractListModel>

namespace crema {

class TillPresenter;

/// The results of the present search.
class HitListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit HitListModel(TillPresenter &presenter, QObject *parent = nullptr);

    /// The row's values, for delegates; the row must exist.
    [[nodiscard]] const ProductHit &at(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void refresh();

    TillPresenter &m_presenter;
    QList<ProductHit> m_rows;
};

} // namespace crema
