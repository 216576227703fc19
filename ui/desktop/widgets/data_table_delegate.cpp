// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/data_table_delegate.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/data_table.h"

#include <QPainter>
#include <QStyle>

namespace crema::desktop {

namespace {

constexpr int edgeWidth = 3;

} // namespace

DataTableDelegate::DataTableDelegate(const Theme &theme, DataTable *table)
    : QAbstractItemDelegate(table), m_theme(theme), m_table(*table)
{}

QSize DataTableDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QVariant badge = index.data(DataRole::Badge);
    const int width = badge.isValid() ? badgeSize(m_theme, lookOf(badge.value<CellBadge>())).width()
                                      : amountWidth(fontOf(index), index.data(Qt::DisplayRole).toString());
    return {width + 2 * cellMargin, m_theme.scaled(DataTable::compactRow)};
}

QFont DataTableDelegate::fontOf(const QModelIndex &index) const
{
    const ColumnKind kind = m_table.columns().at(index.column()).kind;
    return m_theme.font(14, kind == ColumnKind::Name ? QFont::Medium : QFont::Normal);
}

void DataTableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(*painter, option, index);
    const QVariant badge = index.data(DataRole::Badge);
    if (badge.isValid())
        drawBadge(*painter, m_theme, m_table.roomIn(option.rect, index.column()), lookOf(badge.value<CellBadge>()),
                  option.direction);
    else
        paintText(*painter, option, index);
    painter->restore();
}

void DataTableDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    if (index.data(DataRole::Saved).toBool())
        painter.fillRect(option.rect, m_theme.colour("ok-bg"));
    else if (selected)
        painter.fillRect(option.rect, m_theme.colour("selection"));
    const QRect line(option.rect.left(), option.rect.bottom(), option.rect.width(), 1);
    painter.fillRect(line, m_theme.colour("border"));
    if (selected && m_table.shownColumns().value(0) == index.column()) {
        const QRect edge(option.rect.left(), option.rect.top(), edgeWidth, option.rect.height());
        painter.fillRect(QStyle::visualRect(option.direction, option.rect, edge), m_theme.colour("accent"));
    }
}

void DataTableDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ColumnKind kind = m_table.columns().at(index.column()).kind;
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool muted = kind == ColumnKind::Muted || index.data(DataRole::Muted).toBool();
    painter.setFont(fontOf(index));
    painter.setPen(m_theme.colour(muted ? "muted" : "text"));
    const QRect room = m_table.roomIn(option.rect, index.column());
    if (kind != ColumnKind::Number) {
        drawName(painter, room, text, option.direction);
        return;
    }
    const int width = amountWidth(painter.font(), text);
    const QRect place(room.right() + 1 - width, room.top(), width, room.height());
    drawAmount(painter, QStyle::visualRect(option.direction, room, place), text);
}

} // namespace crema::desktop
