// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace crema {
class TileListModel;
struct ProductTile;
} // namespace crema

namespace crema::desktop {

class Theme;

/// Paints one product tile: coloured edge, name on two lines, price, count in the cart, low stock.
class TileDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    TileDelegate(const Theme &theme, const TileListModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintShape(QPainter &painter, const QStyleOptionViewItem &option, const ProductTile &tile) const;
    void paintName(QPainter &painter, const QStyleOptionViewItem &option, const ProductTile &tile) const;
    [[nodiscard]] static QString badgeOf(const ProductTile &tile);
    [[nodiscard]] int badgeWidth(const ProductTile &tile) const;
    /// Where a long price leaves no room beside it, the badge stands at the name.
    [[nodiscard]] bool badgeIsAbove(const QStyleOptionViewItem &option, const ProductTile &tile) const;
    void paintBadge(QPainter &painter, const QRect &badge, const QString &count) const;
    void paintFoot(QPainter &painter, const QStyleOptionViewItem &option, const ProductTile &tile) const;

    const Theme &m_theme;
    const TileListModel &m_model;
};

} // namespace crema::desktop
