// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/tile_delegate.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/presenters/till/tile_list_model.h"

#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOption>
#include <QTextLayout>

namespace crema::desktop {

namespace {

constexpr int edge = 6;
constexpr int padding = 8;
constexpr int foot = 24;
constexpr int icon = 16;
constexpr int gap = 6;

/// A unit stays with its number: "250 g" is never broken.
QString withUnitsKept(QString text)
{
    static const QRegularExpression unit(QStringLiteral("(\\d) (\\p{L}{1,2})(?=\\W|$)"));
    return text.replace(unit, QStringLiteral("\\1\u00A0\\2"));
}

/// The text on at most `maxLines` lines, the last one elided; the first leaves `besides` px to what stands there.
void drawLines(QPainter &painter, const QRect &rect, const QString &text, int lineHeight, int maxLines, int besides,
               Qt::LayoutDirection direction)
{
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    for (int line = 0; line < maxLines; ++line) {
        QTextLine part = layout.createLine();
        if (!part.isValid())
            break;
        const QRect room = rect.adjusted(0, 0, line == 0 ? -besides : 0, 0);
        part.setLineWidth(room.width());
        // The last line takes all that is left, and drawName() elides it.
        const int length = line == maxLines - 1 ? -1 : part.textLength();
        const QRect place(room.left(), rect.top() + line * lineHeight, room.width(), lineHeight);
        drawName(painter, QStyle::visualRect(direction, rect, place), text.mid(part.textStart(), length).trimmed(),
                 direction);
    }
    layout.endLayout();
}

} // namespace

TileDelegate::TileDelegate(const Theme &theme, const TileListModel &model, QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_model(model)
{}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {112, 96};
}

void TileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ProductTile &tile = m_model.at(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintShape(*painter, option, tile);
    paintName(*painter, option, tile);
    paintFoot(*painter, option, tile);
    painter->restore();
}

void TileDelegate::paintShape(QPainter &painter, const QStyleOptionViewItem &option, const ProductTile &tile) const
{
    const int line = m_theme.tokens().line();
    const QRectF frame = QRectF(option.rect).adjusted(line / 2.0, line / 2.0, -line / 2.0, -line / 2.0);
    QPainterPath shape;
    shape.addRoundedRect(frame, 6, 6);
    painter.fillPath(shape, m_theme.colour(tile.sellable ? "raised" : "sunken"));
    painter.save();
    painter.setClipPath(shape);
    const QRect band(option.rect.left(), option.rect.top(), edge, option.rect.height());
    painter.fillRect(QStyle::visualRect(option.direction, option.rect, band), m_theme.tokens().series(tile.series));
    painter.restore();
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.setPen(QPen(m_theme.colour(hovered ? "control" : "border"), line));
    painter.drawPath(shape);
}

QString TileDelegate::badgeOf(const ProductTile &tile)
{
    return tile.inCart > 0 ? QString::number(tile.inCart) : QString();
}

int TileDelegate::badgeWidth(const ProductTile &tile) const
{
    const QString count = badgeOf(tile);
    return count.isEmpty() ? 0 : qMax(foot, amountWidth(m_theme.font(14, QFont::DemiBold), count) + 12);
}

bool TileDelegate::badgeIsAbove(const QStyleOptionViewItem &option, const ProductTile &tile) const
{
    const int room = option.rect.width() - edge - 2 * padding;
    const int price = amountWidth(m_theme.font(14, QFont::Medium), tile.priceText);
    const int stock = tile.stockText.isEmpty()
                          ? 0
                          : QFontMetrics(m_theme.font(12, QFont::Medium)).horizontalAdvance(tile.stockText) + gap;
    return badgeWidth(tile) > 0 && price + badgeWidth(tile) + stock + gap > room;
}

void TileDelegate::paintName(QPainter &painter, const QStyleOptionViewItem &option, const ProductTile &tile) const
{
    const QRect area = option.rect.adjusted(edge + padding, 8, -padding, -foot - 8);
    const int badge = badgeIsAbove(option, tile) ? badgeWidth(tile) + gap : 0;
    painter.setFont(m_theme.font(16, QFont::Medium));
    painter.setPen(m_theme.colour(tile.sellable ? "text" : "muted"));
    const int lineHeight = m_theme.scaled(24);
    drawLines(painter, QStyle::visualRect(option.direction, option.rect, area), withUnitsKept(tile.name), lineHeight,
              qBound(1, area.height() / lineHeight, 2), badge, option.direction);
}

void TileDelegate::paintFoot(QPainter &painter, const QStyleOptionViewItem &option, const ProductTile &tile) const
{
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect foundation(option.rect.left() + edge + padding, option.rect.bottom() - foot - 7,
                           option.rect.width() - edge - 2 * padding, foot);
    painter.setFont(m_theme.font(14, QFont::Medium));
    painter.setPen(m_theme.colour("muted"));
    const int priceWidth = amountWidth(painter.font(), tile.priceText);
    const QRect price(foundation.right() + 1 - priceWidth, foundation.top(), priceWidth, foot);
    drawAmount(painter, place(price), tile.priceText);

    int left = foundation.left();
    if (const int width = badgeWidth(tile); width > 0) {
        const bool above = badgeIsAbove(option, tile);
        const QRect badge(above ? foundation.right() + 1 - width : left,
                          above ? option.rect.top() + 8 : foundation.top(), width, foot);
        paintBadge(painter, place(badge), badgeOf(tile));
        left += above ? 0 : width + gap;
    }
    if (!tile.stockText.isEmpty() && price.left() - left > 24) {
        painter.setFont(m_theme.font(12, QFont::Medium));
        painter.setPen(m_theme.colour("warn"));
        const QRect rest(left, foundation.top(), price.left() - left - 4, foot);
        drawName(painter, place(rest), tile.stockText, option.direction);
    } else if (tile.choices > 1 && price.left() - left > icon + gap) {
        const QRect mark(left, foundation.top() + (foot - icon) / 2, icon, icon);
        m_theme.icon(QStringLiteral("more"), "muted").paint(&painter, place(mark));
    }
}

void TileDelegate::paintBadge(QPainter &painter, const QRect &badge, const QString &count) const
{
    painter.setFont(m_theme.font(14, QFont::DemiBold));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour("accent"));
    painter.drawRoundedRect(badge, foot / 2.0, foot / 2.0);
    painter.setPen(m_theme.colour("on-accent"));
    drawAmount(painter, badge, count, Qt::AlignHCenter);
}

} // namespace crema::desktop
