// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/first_run/option_card.h"

#include "ui/desktop/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace crema::desktop {

namespace {

constexpr int margin = 20;
constexpr int iconBox = 48;
constexpr int markSize = 20;

} // namespace

OptionCard::OptionCard(const Theme &theme, const FirstRunCard &card, QWidget *parent)
    : QRadioButton(parent), m_theme(theme), m_card(card)
{
    setObjectName(QStringLiteral("firstRunCard%1").arg(static_cast<int>(card.option)));
    setText(card.title);
    setAccessibleName(card.title);
    setAccessibleDescription(card.text);
    setFixedHeight(qMax(88, theme.scaled(80)));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

QSize OptionCard::sizeHint() const
{
    return {m_theme.scaled(640), qMax(88, m_theme.scaled(80))};
}

void OptionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = m_theme.tokens().line();
    const QRectF frame = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    const char *edge = isChecked() ? "accent" : underMouse() ? "control" : "border";
    painter.setPen(QPen(m_theme.colour(edge), line));
    painter.setBrush(m_theme.colour(isChecked() ? "selection" : "surface"));
    painter.drawRoundedRect(frame, 10, 10);
    const QRect inner = rect().adjusted(margin, 0, -margin, 0);
    const auto placed = [&](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    drawIcon(painter, placed({inner.left(), (height() - iconBox) / 2, iconBox, iconBox}));
    const int textLeft = inner.left() + iconBox + 16;
    drawTexts(painter, placed({textLeft, 0, inner.right() - markSize - 16 - textLeft, height()}));
    drawMark(painter, placed({inner.right() - markSize, (height() - markSize) / 2, markSize, markSize}));
}

void OptionCard::drawIcon(QPainter &painter, const QRect &box) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(isChecked() ? "surface" : "bg"));
    painter.drawRoundedRect(box, 10, 10);
    m_theme.icon(m_card.iconName, "accent").paint(&painter, box.adjusted(12, 12, -12, -12));
}

void OptionCard::drawTexts(QPainter &painter, const QRect &area) const
{
    const QFont titleFont = m_theme.font(16, QFont::DemiBold);
    const QFont textFont = m_theme.font(14);
    const int titleHeight = QFontMetrics(titleFont).height();
    // One line, or two where the text is long or large.
    const QFontMetrics textMetrics(textFont);
    const int lineHeight = textMetrics.height();
    const int textHeight = textMetrics.horizontalAdvance(m_card.text) > area.width() ? 2 * lineHeight : lineHeight;
    const int top = area.top() + (area.height() - titleHeight - 4 - textHeight) / 2;
    const int badgeWidth =
        m_card.badge.isEmpty() ? 0 : QFontMetrics(m_theme.font(12, QFont::Medium)).horizontalAdvance(m_card.badge) + 12;
    const int room = area.width() - (badgeWidth > 0 ? badgeWidth + 8 : 0);
    painter.setFont(titleFont);
    painter.setPen(m_theme.colour("text"));
    const QString title = painter.fontMetrics().elidedText(m_card.title, Qt::ElideRight, room);
    const int titleWidth = painter.fontMetrics().horizontalAdvance(title);
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), area, part); };
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    painter.drawText(placed({area.left(), top, titleWidth + 2, titleHeight}), static_cast<int>(leading), title);
    painter.setFont(textFont);
    painter.setPen(m_theme.colour("muted"));
    painter.drawText(placed({area.left(), top + titleHeight + 4, area.width(), textHeight}),
                     static_cast<int>(leading) | Qt::TextWordWrap, m_card.text);
    if (badgeWidth == 0)
        return;
    const QRect badge = placed({area.left() + titleWidth + 8, top, badgeWidth, titleHeight});
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(isChecked() ? "surface" : "sunken"));
    painter.drawRoundedRect(badge, 6, 6);
    painter.setFont(m_theme.font(12, QFont::Medium));
    painter.setPen(m_theme.colour("accent"));
    painter.drawText(badge, Qt::AlignCenter, m_card.badge);
}

void OptionCard::drawMark(QPainter &painter, const QRect &box) const
{
    if (!isChecked()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour("control"), qMax(1, m_theme.tokens().line())));
        painter.drawEllipse(QRectF(box).adjusted(1, 1, -1, -1));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour("accent"));
    painter.drawEllipse(box);
    painter.setBrush(m_theme.colour("on-accent"));
    painter.drawEllipse(QRectF(box).adjusted(6.5, 6.5, -6.5, -6.5));
}

} // namespace crema::desktop
