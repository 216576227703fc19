// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shell/palette_row.h"

#include <QAbstractListModel>

namespace crema {
class PalettePresenter;
}

namespace crema::desktop {

/// The rows of the palette for a list view.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PaletteModel(PalettePresenter &presenter, QObject *parent = nullptr);

    /// The row's values, for the delegate; the row must exist.
    [[nodiscard]] const PaletteRow &at(int row) const { return m_rows.at(row); }
    /// The heading above this row; empty when its group began before.
    [[nodiscard]] QString headingAbove(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void refresh();

    PalettePresenter &m_presenter;
    QList<PaletteRow> m_rows;
};

} // namespace crema::desktop
