// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/badge.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace crema::desktop {

namespace {

constexpr int height = 24;
constexpr int padding = 8;
constexpr int iconSize = 16;
constexpr int gap = 4;

struct ToneColours {
    const char *text;
    const char *fill;
};

ToneColours coloursOf(const Theme &theme, BadgeTone tone)
{
    switch (tone) {
    case BadgeTone::Accent: return {"accent", "selection"};
    case BadgeTone::Ok: return {"ok", "ok-bg"};
    case BadgeTone::Warning: return {"warn", "warn-bg"};
    case BadgeTone::Error: return {"error", "error-bg"};
    case BadgeTone::Neutral: break;
    }
    return {"text", theme.tokens().isDark() ? "raised" : "sunken"};
}

QFont fontOf(const Theme &theme)
{
    return theme.font(12, QFont::Medium);
}

int iconWidth(const BadgeLook &look)
{
    return look.iconName.isEmpty() ? 0 : iconSize + gap;
}

BadgeTone toneOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return BadgeTone::Ok;
    case Tone::Warning: return BadgeTone::Warning;
    case Tone::Error: return BadgeTone::Error;
    case Tone::Neutral: break;
    }
    return BadgeTone::Neutral;
}

} // namespace

BadgeLook lookOf(const CellBadge &badge)
{
    return {badge.iconName, badge.text, toneOf(badge.tone)};
}

QSize badgeSize(const Theme &theme, const BadgeLook &look)
{
    const int text = QFontMetrics(fontOf(theme)).horizontalAdvance(look.text);
    return {2 * padding + iconWidth(look) + text + 1, theme.scaled(height)};
}

void drawBadge(QPainter &painter, const Theme &theme, const QRect &room, const BadgeLook &look,
               Qt::LayoutDirection direction)
{
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(direction, room, rect); };
    const QSize wanted = badgeSize(theme, look);
    const int width = qMin(wanted.width(), room.width());
    const QRect box(room.left(), room.top() + (room.height() - wanted.height()) / 2, width, wanted.height());
    const ToneColours colours = coloursOf(theme, look.tone);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // In high contrast all fills are the same, so an outline holds the badge together.
    const bool outlined = theme.tokens().line() > 1;
    painter.setPen(outlined ? QPen(theme.colour(colours.text), 1) : QPen(Qt::NoPen));
    painter.setBrush(theme.colour(colours.fill));
    painter.drawRoundedRect(QRectF(place(box)).adjusted(.5, .5, -.5, -.5), 6, 6);

    const QRect icon(box.left() + padding, box.top() + (box.height() - iconSize) / 2, iconSize, iconSize);
    if (!look.iconName.isEmpty())
        theme.icon(look.iconName, colours.text).paint(&painter, place(icon));
    painter.setFont(fontOf(theme));
    painter.setPen(theme.colour(colours.text));
    const int left = box.left() + padding + iconWidth(look);
    const QRect text(left, box.top(), box.right() + 2 - padding - left, box.height());
    drawName(painter, place(text), look.text, direction);
    painter.restore();
}

Badge::Badge(const Theme &theme, const QString &objectName, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVisible(false);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Badge::setLook(const BadgeLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    setAccessibleName(look.text);
    setVisible(!look.text.isEmpty());
    updateGeometry();
    update();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBadge(painter, m_theme, rect(), m_look, layoutDirection());
}

} // namespace crema::desktop
