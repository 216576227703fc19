// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/sale_row_delegate.h"

#include "ui/desktop/sales/sale_state_badge.h"
#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/presenters/selling/sale_table_model.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace crema::desktop {

namespace {

constexpr int margin = 16;
constexpr int gap = 12;

} // namespace

SaleRowDelegate::SaleRowDelegate(const Theme &theme, const SaleTableModel &model, SaleListPresenter &presenter,
                                 QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_model(model), m_presenter(presenter)
{}

QSize SaleRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, m_theme.scaled(64)};
}

void SaleRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SaleRow &sale = m_model.at(index.row());
    const QRect all = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, all, rect); };
    painter->save();
    if (selected) {
        painter->fillRect(all, m_theme.colour("selection"));
        painter->fillRect(place(QRect(all.left(), all.top(), 3, all.height())), m_theme.colour("accent"));
    }
    painter->fillRect(QRect(all.left(), all.bottom(), all.width(), 1), m_theme.colour("border"));

    const int line = m_theme.scaled(20);
    const int top = all.top() + (all.height() - 2 * line - 2) / 2;
    int right = all.right() + 1 - margin;
    painter->setFont(m_theme.font(14, selected ? QFont::DemiBold : QFont::Medium));
    painter->setPen(m_theme.colour("text"));
    const int amount = amountWidth(painter->font(), sale.totalText);
    drawAmount(*painter, place(QRect(right - amount, top, amount, line)), sale.totalText);
    const int left = all.left() + margin;
    const QString title = sale.customer.isEmpty() ? sale.number : sale.customer;
    drawName(*painter, place(QRect(left, top, right - amount - gap - left, line)), title, option.direction);

    const BadgeLook look = badgeOf(sale.state);
    if (!look.text.isEmpty()) {
        const int width = badgeSize(m_theme, look).width();
        drawBadge(*painter, m_theme, place(QRect(right - width, top + line + 2, width, line + 4)), look,
                  option.direction);
        right -= width + gap;
    }
    painter->setFont(m_theme.font(14));
    painter->setPen(m_theme.colour("muted"));
    const QString when = m_presenter.timeText(sale);
    const QString detail = sale.customer.isEmpty() ? tr("%1 · %2", "when, how it was paid").arg(when, sale.paymentText)
                                                   : tr("%1 · %2", "receipt number, when").arg(sale.number, when);
    drawName(*painter, place(QRect(left, top + line + 2, right - left, line)), detail, option.direction);
    painter->restore();
}

} // namespace crema::desktop
