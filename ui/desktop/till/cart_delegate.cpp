// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/cart_delegate.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/till/cart_view.h"
#include "ui/presenters/till/cart_list_model.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <cstdlib>

namespace crema::desktop {

namespace {

constexpr int margin = 16;
constexpr int boxSize = 32;
constexpr int gap = 12;

} // namespace

CartDelegate::CartDelegate(const Theme &theme, const CartListModel &model, QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_model(model)
{}

QSize CartDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, qMax(m_lineHeight, m_theme.scaled(48))};
}

void CartDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CartLineView &line = m_model.at(index.row());
    const bool selected = option.state & QStyle::State_Selected;
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect all = option.rect;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_view && m_view->swipedRow() == index.row()) {
        paintSwipe(*painter, option);
        painter->translate(m_view->swipeOffset(), 0);
        painter->fillRect(all, m_theme.colour("surface"));
    }
    if (selected || index.row() == m_tinted)
        painter->fillRect(all, m_theme.colour(index.row() == m_tinted && !selected ? "ok-bg" : "selection"));
    if (selected)
        painter->fillRect(place(QRect(all.left(), all.top(), 3, all.height())), m_theme.colour("accent"));
    painter->fillRect(QRect(all.left(), all.bottom(), all.width(), 1), m_theme.colour("border"));

    painter->setFont(m_theme.font(16, QFont::Medium));
    const QString quantity = selected && !m_entry.isEmpty() ? m_entry : line.quantityText;
    const int boxWidth = qMax(boxSize, amountWidth(painter->font(), quantity) + 14);
    paintQuantity(*painter, place(QRect(all.left() + margin, all.center().y() - boxSize / 2, boxWidth, boxSize)),
                  quantity, selected);

    const int textLeft = all.left() + margin + boxWidth + gap;
    const int right = all.right() + 1 - margin;
    const int first = m_theme.scaled(24);
    const int second = m_theme.scaled(20);
    const int top = all.top() + (all.height() - first - second) / 2;

    painter->setFont(m_theme.font(16, selected ? QFont::DemiBold : QFont::Medium));
    painter->setPen(m_theme.colour(line.comesBack ? "warn" : "text"));
    const int totalWidth = amountWidth(painter->font(), line.totalText);
    drawAmount(*painter, place(QRect(right - totalWidth, top, totalWidth, first)), line.totalText);
    const QRect name(textLeft, top, right - totalWidth - gap - textLeft, first);
    drawName(*painter, place(name), line.product, option.direction);

    painter->setFont(m_theme.font(14));
    painter->setPen(m_theme.colour("muted"));
    const int unitWidth = amountWidth(painter->font(), line.unitPriceText);
    drawAmount(*painter, place(QRect(right - unitWidth, top + first, unitWidth, second)), line.unitPriceText);
    const QRect detail(textLeft, top + first, right - unitWidth - gap - textLeft, second);
    drawName(*painter, place(detail), line.detail, option.direction);
    painter->restore();
}

void CartDelegate::paintSwipe(QPainter &painter, const QStyleOptionViewItem &option) const
{
    // What lies under the moving line says what letting go will do, by word and icon.
    constexpr int icon = 24;
    const bool removes = std::abs(m_view->swipeOffset()) >= CartView::removeAt;
    const bool toTheRight = m_view->swipeOffset() > 0;
    const QRect all = option.rect;
    painter.fillRect(all, m_theme.colour(removes ? "error-bg" : "sunken"));
    const QRect mark(toTheRight ? all.left() + margin : all.right() - margin - icon, all.center().y() - icon / 2, icon,
                     icon);
    m_theme.icon(QStringLiteral("trash"), removes ? "error" : "muted").paint(&painter, mark);
}

void CartDelegate::paintQuantity(QPainter &painter, const QRect &box, const QString &text, bool selected) const
{
    painter.setPen(selected ? QPen(m_theme.colour("control"), m_theme.tokens().line()) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.colour(selected ? "surface" : "bg"));
    painter.drawRoundedRect(QRectF(box).adjusted(.5, .5, -.5, -.5), 6, 6);
    painter.setPen(m_theme.colour("text"));
    drawAmount(painter, box, text, Qt::AlignHCenter);
}

} // namespace crema::desktop
