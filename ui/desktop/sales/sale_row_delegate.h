// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace crema {
class SaleListPresenter;
class SaleTableModel;
} // namespace crema

namespace crema::desktop {

class Theme;

/// Paints a sale in two lines, for the narrow list beside an open sale: who and how much, number, items and age.
class SaleRowDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    SaleRowDelegate(const Theme &theme, const SaleTableModel &model, SaleListPresenter &presenter,
                    QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const SaleTableModel &m_model;
    SaleListPresenter &m_presenter;
};

} // namespace crema::desktop
