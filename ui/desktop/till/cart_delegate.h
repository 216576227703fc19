// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace crema {
class CartListModel;
}

namespace crema::desktop {

class CartView;
class Theme;

/// Paints one cart line on two baselines: quantity box, name and total; details and unit price.
class CartDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    CartDelegate(const Theme &theme, const CartListModel &model, QObject *parent = nullptr);

    /// The view whose swiped line moves with the finger.
    void setView(const CartView &view) { m_view = &view; }
    void setLineHeight(int px) { m_lineHeight = px; }
    /// The line that is tinted because it was just added; −1 for none.
    void setTinted(int row) { m_tinted = row; }
    /// Digits being typed, shown in the selected line's quantity box.
    void setEntry(const QString &entry) { m_entry = entry; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintSwipe(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintQuantity(QPainter &painter, const QRect &box, const QString &text, bool selected) const;

    const Theme &m_theme;
    const CartListModel &m_model;
    const CartView *m_view = nullptr;
    int m_lineHeight = 56;
    int m_tinted = -1;
    QString m_entry;
};

} // namespace crema::desktop
