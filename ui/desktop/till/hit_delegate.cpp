// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/hit_delegate.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/presenters/till/hit_list_model.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QTextLayout>

namespace crema::desktop {

namespace {

constexpr int margin = 16;
constexpr int gap = 6;

} // namespace

HitDelegate::HitDelegate(const Theme &theme, const HitListModel &model, QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_model(model)
{}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, m_theme.scaled(56)};
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ProductHit &hit = m_model.at(index.row());
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect all = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(all, m_theme.colour("selection"));
        painter->fillRect(place(QRect(all.left(), all.top(), 3, all.height())), m_theme.colour("accent"));
    }
    painter->fillRect(QRect(all.left(), all.bottom(), all.width(), 1), m_theme.colour("border"));
    const int first = m_theme.scaled(24);
    const int second = m_theme.scaled(20);
    const int top = all.top() + (all.height() - first - second) / 2;
    const int right = all.right() + 1 - margin;

    painter->setFont(m_theme.font(16, QFont::Medium));
    painter->setPen(m_theme.colour(hit.sellable ? "text" : "muted"));
    const QString priceText = hit.sellable ? hit.priceText : tr("No price");
    const int priceWidth = amountWidth(painter->font(), priceText);
    drawAmount(*painter, place(QRect(right - priceWidth, top, priceWidth, first)), priceText);
    painter->setFont(m_theme.font(14));
    painter->setPen(m_theme.colour("muted"));
    const int stockWidth = amountWidth(painter->font(), hit.stockText);
    drawAmount(*painter, place(QRect(right - stockWidth, top + first, stockWidth, second)), hit.stockText);

    const int left = all.left() + margin;
    // The option is what tells two variants apart: a long name gives way to it.
    painter->setFont(m_theme.font(16, QFont::DemiBold));
    const int nameRoom = right - priceWidth - margin - left;
    const int optionWidth =
        hit.options.isEmpty() ? 0 : qMin(nameRoom * 2 / 3, painter->fontMetrics().horizontalAdvance(hit.options) + 2);
    const int wished = QFontMetrics(m_theme.font(16, QFont::Bold)).horizontalAdvance(hit.product) + 2;
    const int nameWidth = qMin(wished, nameRoom - optionWidth - (optionWidth > 0 ? gap : 0));
    painter->setPen(m_theme.colour(hit.sellable ? "text" : "muted"));
    drawName(*painter, place(QRect(left + nameWidth + gap, top, optionWidth, first)), hit.options, option.direction);
    paintMatched(*painter, place(QRect(left, top, nameWidth, first)), hit.product, hit.nameMatches, 16,
                 hit.sellable ? "text" : "muted", option.direction);
    paintMatched(*painter, place(QRect(left, top + first, right - stockWidth - margin - left, second)), hit.sku,
                 hit.skuMatches, 14, "muted", option.direction);
    painter->restore();
}

void HitDelegate::paintMatched(QPainter &painter, const QRect &rect, const QString &text,
                               const QList<MatchRange> &matches, int px, const char *token,
                               Qt::LayoutDirection direction) const
{
    painter.setPen(m_theme.colour(token));
    const QFont font = m_theme.font(px);
    QTextLayout layout(QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()), font);
    QTextOption alignment(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    alignment.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(alignment);
    QList<QTextLayout::FormatRange> formats;
    for (const MatchRange &match : matches) {
        if (match.start >= text.size())
            continue; // the match is in the options
        QTextLayout::FormatRange range;
        range.start = match.start;
        range.length = match.length;
        range.format.setFontWeight(QFont::Bold);
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

} // namespace crema::desktop
