// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/wrap_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace crema::desktop {

namespace {

/// As wide as an item wants to be, and never wider than there is room.
int widthIn(const QLayoutItem &item, int room)
{
    return qMax(item.minimumSize().width(), qMin(item.sizeHint().width(), room));
}

int heightOf(const std::vector<QLayoutItem *> &row)
{
    int height = 0;
    for (const QLayoutItem *item : row)
        height = qMax(height, item->sizeHint().height());
    return height;
}

} // namespace

WrapLayout::WrapLayout(Qt::Alignment side, QWidget *parent) : QLayout(parent), m_side(side)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(8);
}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

void WrapLayout::insertWidget(int place, QWidget *widget)
{
    addWidget(widget);
    std::rotate(m_items.begin() + place, m_items.end() - 1, m_items.end());
}

int WrapLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *WrapLayout::itemAt(int place) const
{
    return place >= 0 && place < count() ? m_items.at(static_cast<std::size_t>(place)).get() : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int place)
{
    if (place < 0 || place >= count())
        return nullptr;
    QLayoutItem *taken = m_items.at(static_cast<std::size_t>(place)).release();
    m_items.erase(m_items.begin() + place);
    invalidate();
    return taken;
}

int WrapLayout::widthOf(const Row &row) const
{
    int width = 0;
    for (const QLayoutItem *item : row)
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
    return width;
}

std::vector<WrapLayout::Row> WrapLayout::rowsIn(int width) const
{
    std::vector<Row> rows;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        if (!rows.empty()) {
            rows.back().push_back(item.get());
            if (widthOf(rows.back()) <= width)
                continue;
            rows.back().pop_back();
        }
        rows.push_back({item.get()});
    }
    return rows;
}

int WrapLayout::heightForWidth(int width) const
{
    int height = 0;
    for (const Row &row : rowsIn(width))
        height += heightOf(row) + (height > 0 ? spacing() : 0);
    return height;
}

QSize WrapLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize wished = item->sizeHint();
        size = {size.width() + wished.width() + (size.width() > 0 ? spacing() : 0),
                qMax(size.height(), wished.height())};
    }
    return size;
}

QSize WrapLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = rect.top();
    for (const Row &row : rowsIn(rect.width())) {
        const int height = heightOf(row);
        int x = rect.left() + (m_side & Qt::AlignRight ? qMax(0, rect.width() - widthOf(row)) : 0);
        for (QLayoutItem *item : row) {
            const int width = widthIn(*item, rect.width());
            item->setGeometry(QStyle::visualRect(direction, rect, {x, y, width, height}));
            x += width + spacing();
        }
        y += height + spacing();
    }
}

} // namespace crema::desktop
