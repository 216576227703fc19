// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace crema::desktop {

/// The list of cart lines. A line that is swiped sideways far enough is removed; less far, it springs back.
class CartView final : public QListView
{
    Q_OBJECT

public:
    /// How far a swipe must go, in px.
    static constexpr int removeAt = 112;
    /// Before that the press is a tap or scrolls.
    static constexpr int swipesFrom = 16;

    explicit CartView(QWidget *parent = nullptr);

    /// The row that moves with the finger, or −1, and how far it is from its place.
    [[nodiscard]] int swipedRow() const { return m_offset == 0 ? -1 : m_row; }
    [[nodiscard]] int swipeOffset() const { return m_offset; }

Q_SIGNALS:
    void swipedAway(int row);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QPoint m_start;
    int m_row = -1;
    int m_offset = 0;
};

} // namespace crema::desktop
