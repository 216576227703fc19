// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/cart_view.h"

#include <QMouseEvent>

#include <cstdlib>

namespace crema::desktop {

CartView::CartView(QWidget *parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setDragDropMode(NoDragDrop);
}

void CartView::mousePressEvent(QMouseEvent *event)
{
    m_start = event->position().toPoint();
    m_row = event->button() == Qt::LeftButton ? indexAt(m_start).row() : -1;
    m_offset = 0;
    QListView::mousePressEvent(event);
}

void CartView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint way = event->position().toPoint() - m_start;
    const bool sideways = std::abs(way.x()) >= swipesFrom && std::abs(way.x()) > 2 * std::abs(way.y());
    if (m_row >= 0 && (event->buttons() & Qt::LeftButton) && (m_offset != 0 || sideways)) {
        m_offset = way.x();
        viewport()->update();
        return;
    }
    QListView::mouseMoveEvent(event);
}

void CartView::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = std::exchange(m_row, -1);
    const int offset = std::exchange(m_offset, 0);
    QListView::mouseReleaseEvent(event);
    viewport()->update();
    if (row >= 0 && std::abs(offset) >= removeAt)
        Q_EMIT swipedAway(row);
}

} // namespace crema::desktop
