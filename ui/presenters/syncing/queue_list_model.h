// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/syncing/sync_panel_presenter.h"

#include <QAbstractListModel>

namespace crema {

/// The queue as a view reads it: group titles, which cannot be chosen, and their operations.
class QueueListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit QueueListModel(SyncPanelPresenter &presenter, QObject *parent = nullptr);

    /// The row's values, for delegates; the row must exist.
    [[nodiscard]] const QueueRow &at(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void refresh();
    [[nodiscard]] QString spoken(const QueueRow &row) const;

    SyncPanelPresenter &m_presenter;
    QList<QueueRow> m_rows;
};

} // namespace crema
