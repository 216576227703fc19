// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/tile_view.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace crema::desktop {

TileView::TileView(QWidget *parent) : QListView(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
}

void TileView::setMeasures(const QSize &smallestTile, int gap)
{
    m_smallest = smallestTile;
    m_gap = gap;
    updateGeometries();
}

void TileView::setGutter(int px)
{
    m_gutter = px;
    updateGeometries();
}

void TileView::setModel(QAbstractItemModel *model)
{
    QAbstractItemView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { updateGeometries(); });
}

// Past what QListView would do: it has no part in where the tiles are.
void TileView::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
}

void TileView::scrollContentsBy(int dx, int dy)
{
    QAbstractItemView::scrollContentsBy(dx, dy);
}

// Two quick taps are two items; a view keeps the second for itself otherwise.
void TileView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

int TileView::count() const
{
    return model() ? model()->rowCount() : 0;
}

void TileView::measure()
{
    const int height = viewport()->height();
    m_columns = std::max(1, (room() + m_gap) / (m_smallest.width() + m_gap));
    m_visibleRows = std::max(1, (height + m_gap) / (m_smallest.height() + m_gap));
    m_tileHeight = std::max(m_smallest.height(), (height + m_gap) / m_visibleRows - m_gap);
}

int TileView::columnLeft(int column) const
{
    const int tiles = room() - (m_columns - 1) * m_gap;
    return column * (tiles / m_columns + m_gap) + std::min(column, tiles % m_columns);
}

QRect TileView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int column = index.row() % m_columns;
    const int left = columnLeft(column);
    const QRect rect(left, index.row() / m_columns * (m_tileHeight + m_gap) - verticalOffset(),
                     columnLeft(column + 1) - m_gap - left, m_tileHeight);
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), rect);
}

QModelIndex TileView::indexAt(const QPoint &point) const
{
    const int row = (point.y() + verticalOffset()) / (m_tileHeight + m_gap);
    for (int i = row * m_columns; i < std::min(count(), (row + 1) * m_columns); ++i) {
        const QModelIndex index = model()->index(i, 0);
        if (visualRect(index).contains(point))
            return index;
    }
    return {};
}

void TileView::scrollTo(const QModelIndex &index, ScrollHint)
{
    const QRect rect = visualRect(index);
    if (rect.top() < 0)
        verticalScrollBar()->setValue(verticalOffset() + rect.top());
    else if (rect.bottom() >= viewport()->height())
        verticalScrollBar()->setValue(verticalOffset() + rect.bottom() + 1 - viewport()->height());
}

int TileView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void TileView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    measure();
    const int rows = (count() + m_columns - 1) / m_columns;
    const int content = rows * (m_tileHeight + m_gap) - m_gap;
    verticalScrollBar()->setSingleStep(m_tileHeight + m_gap);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, content - viewport()->height()));
    viewport()->update();
}

void TileView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void TileView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
}

void TileView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QModelIndex hovered = indexAt(viewport()->mapFromGlobal(QCursor::pos()));
    for (int row = 0; row < count(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        option.rect = visualRect(index);
        if (!option.rect.intersects(event->rect()))
            continue;
        option.state.setFlag(QStyle::State_MouseOver, index == hovered && underMouse());
        option.state.setFlag(QStyle::State_Enabled, isEnabled());
        itemDelegate()->paint(&painter, option, index);
    }
}

QModelIndex TileView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (count() == 0)
        return {};
    if (!currentIndex().isValid())
        return model()->index(0, 0);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int row = currentIndex().row();
    switch (action) {
    case MoveLeft: row += mirrored ? 1 : -1; break;
    case MoveRight: row += mirrored ? -1 : 1; break;
    case MoveNext:
    case MovePrevious: return {}; // Tab leaves the grid; arrows move in it
    case MoveUp: row -= m_columns; break;
    case MoveDown: row += m_columns; break;
    case MovePageUp: row -= m_columns * m_visibleRows; break;
    case MovePageDown: row += m_columns * m_visibleRows; break;
    case MoveHome: row = 0; break;
    case MoveEnd: row = count() - 1; break;
    }
    return model()->index(std::clamp(row, 0, count() - 1), 0);
}

void TileView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.center());
    if (index.isValid())
        selectionModel()->select(index, flags);
}

QRegion TileView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += visualRect(index);
    return region;
}

} // namespace crema::desktop
