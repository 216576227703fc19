// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sync/queue_delegate.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/presenters/syncing/queue_list_model.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace crema::desktop {

namespace {

constexpr int margin = 16;
constexpr int iconSize = 20;
constexpr int gap = 12;
constexpr int groupHeight = 40;
constexpr int operationHeight = 60;
constexpr int line = 20;

int textLeft()
{
    return margin + iconSize + gap;
}

} // namespace

QueueDelegate::QueueDelegate(const Theme &theme, const QueueListModel &model, QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_model(model)
{}

QString QueueDelegate::reason(int row) const
{
    const QueueRow &shown = m_model.at(row);
    return shown.hintText.isEmpty() ? shown.problemText : shown.problemText + u' ' + shown.hintText;
}

int QueueDelegate::reasonHeight(const QString &text, int width) const
{
    if (text.isEmpty())
        return 0;
    const QFontMetrics metrics(m_theme.font(14));
    return metrics.boundingRect(QRect(0, 0, qMax(width, 80), 1000), Qt::TextWordWrap, text).height() + 6;
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_model.at(index.row()).isGroup)
        return {200, m_theme.scaled(groupHeight)};
    const int width = option.rect.width() - textLeft() - margin;
    return {200, m_theme.scaled(operationHeight) + reasonHeight(reason(index.row()), width)};
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (m_model.at(index.row()).isGroup)
        paintGroup(*painter, option, index.row());
    else
        paintOperation(*painter, option, index.row());
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_theme.colour("border"));
    painter->restore();
}

void QueueDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, int row) const
{
    const QueueRow &group = m_model.at(row);
    const QRect all = option.rect;
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, all, rect); };
    painter.fillRect(all, m_theme.colour("bg"));
    const char *token = group.state == RecordState::NeedsAttention ? "error" : "muted";
    const QRect icon(all.left() + margin, all.center().y() - iconSize / 2, iconSize, iconSize);
    m_theme.icon(group.iconName, token).paint(&painter, place(icon));
    painter.setFont(m_theme.font(14, QFont::Medium));
    painter.setPen(m_theme.colour("text"));
    const int count = amountWidth(painter.font(), group.ageText);
    drawName(painter, place(all.adjusted(textLeft(), 0, -margin - count - gap, 0)), group.title, option.direction);
    painter.setPen(m_theme.colour("muted"));
    drawAmount(painter, place(QRect(all.right() + 1 - margin - count, all.top(), count, all.height())), group.ageText);
}

void QueueDelegate::paintOperation(QPainter &painter, const QStyleOptionViewItem &option, int row) const
{
    const QueueRow &shown = m_model.at(row);
    const QRect all = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, all, rect); };
    if (selected) {
        painter.fillRect(all, m_theme.colour("selection"));
        painter.fillRect(place(QRect(all.left(), all.top(), 3, all.height())), m_theme.colour("accent"));
    }
    const int lineHeight = m_theme.scaled(line);
    const int top = all.top() + (m_theme.scaled(operationHeight) - 2 * lineHeight) / 2;
    const int left = all.left() + textLeft();
    const int right = all.right() + 1 - margin;
    m_theme.icon(shown.iconName, "muted").paint(&painter, place(QRect(all.left() + margin, top, iconSize, iconSize)));

    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.colour("muted"));
    const int age = amountWidth(painter.font(), shown.ageText);
    drawAmount(painter, place(QRect(right - age, top, age, lineHeight)), shown.ageText);
    painter.setFont(m_theme.font(14, selected ? QFont::DemiBold : QFont::Medium));
    painter.setPen(m_theme.colour("text"));
    drawName(painter, place(QRect(left, top, right - age - gap - left, lineHeight)), shown.title, option.direction);

    const bool wrong = shown.state == RecordState::NeedsAttention;
    painter.setFont(m_theme.font(14));
    painter.setPen(m_theme.colour(wrong ? "error" : "muted"));
    constexpr int stateIcon = 16;
    const QRect mark(left, top + lineHeight + (lineHeight - stateIcon) / 2, stateIcon, stateIcon);
    m_theme.icon(recordStateIcon(shown.state), wrong ? "error" : "muted").paint(&painter, place(mark));
    drawName(painter, place(QRect(left + stateIcon + 6, top + lineHeight, right - left - stateIcon - 6, lineHeight)),
             recordStateText(shown.state), option.direction);
    const QString why = reason(row);
    if (why.isEmpty())
        return;
    painter.setPen(m_theme.colour("text"));
    const QRect text(left, top + 2 * lineHeight + 4, right - left, all.bottom() - top - 2 * lineHeight - 4);
    painter.drawText(
        place(text),
        static_cast<int>(Qt::TextWordWrap | Qt::AlignTop | QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
        why);
}

} // namespace crema::desktop
