// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/touch_button.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/key_name.h"
#include "ui/presenters/action.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace crema::desktop {

namespace {

/// A text keeps its own reading direction, whatever the language of the program: "2 need attention".
Qt::LayoutDirection directionOf(const QString &text)
{
    return text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
}

} // namespace

TouchButton::TouchButton(const Theme &theme, const QString &objectName, QWidget *parent)
    : QPushButton(parent), m_theme(theme)
{
    setObjectName(objectName);
    setKind("plain");
    setMinimumHeight(48);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void TouchButton::setKind(const char *kind)
{
    setProperty("kind", QString::fromLatin1(kind));
    style()->unpolish(this);
    style()->polish(this);
    update();
}

void TouchButton::setArrangement(Arrangement arrangement)
{
    m_arrangement = arrangement;
    update();
}

void TouchButton::setIconName(const QString &name)
{
    m_iconName = name;
    update();
}

void TouchButton::setSecondLine(const QString &text)
{
    m_secondLine = text;
    update();
}

void TouchButton::setKeyHint(const QString &key)
{
    m_keyHint = key;
    update();
}

void TouchButton::setIconSize(int px)
{
    m_iconPx = px;
    update();
}

void TouchButton::setCount(int count, const char *token)
{
    m_countToken = token;
    m_count = count;
    update();
}

void TouchButton::setTextSize(int px, QFont::Weight weight)
{
    m_textPx = px;
    m_weight = weight;
    setFont(m_theme.font(px, weight));
    update();
}

void TouchButton::setAction(Action &action)
{
    setIconName(action.iconName());
    const auto draw = [this, &action] {
        setText(action.text());
        setEnabled(action.isEnabled());
        setAccessibleName(action.text());
        setAccessibleDescription(action.disabledReason());
        setToolTip(action.isEnabled() ? textWithKey(action.text(), keyName(action)) : action.disabledReason());
    };
    draw();
    connect(&action, &Action::changed, this, draw);
    connect(this, &QPushButton::clicked, &action, [&action] { action.trigger(); });
}

void TouchButton::setContent(const QString &iconName, const QString &text, const char *token)
{
    m_iconPx = 18;
    m_textPx = 14;
    m_token = token;
    m_iconName = iconName;
    setText(text);
    update();
}

const char *TouchButton::contentToken() const
{
    if (m_token)
        return m_token;
    if (!isEnabled())
        return "disabled";
    const QString kind = property("kind").toString();
    if (kind == QLatin1String("primary"))
        return "on-accent";
    if (kind == QLatin1String("link"))
        return "accent";
    if (kind == QLatin1String("search"))
        return "muted";
    return isChecked() ? "accent" : "text";
}

QSize TouchButton::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(m_textPx, QFont::DemiBold));
    int width = metrics.horizontalAdvance(text()) + 32;
    if (!m_iconName.isEmpty() && m_arrangement != Arrangement::Stack)
        width += m_iconPx + 8;
    width += hintRoom();
    return {width, qMax(minimumHeight(), metrics.height() + 16)};
}

void TouchButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawControl(QStyle::CE_PushButton, option);

    painter.setPen(m_theme.colour(contentToken()));
    if (m_arrangement == Arrangement::Stack)
        drawStack(painter, rect());
    else
        drawRow(painter, rect());
    if (!m_keyHint.isEmpty())
        drawKeyHint(painter);
}

int TouchButton::hintRoom() const
{
    return m_keyHint.isEmpty() ? 0 : keyHintWidth() + 16;
}

int TouchButton::lineLeft(const QRect &area, int width) const
{
    const int margin = property("kind") == QLatin1String("search") ? 12 : 20;
    return area.left() + (m_arrangement == Arrangement::Leading ? margin : (area.width() - width) / 2);
}

void TouchButton::drawRow(QPainter &painter, const QRect &whole)
{
    const int iconSize = m_iconName.isEmpty() ? 0 : m_iconPx;
    const int gap = m_iconName.isEmpty() || text().isEmpty() ? 0 : 8;
    painter.setFont(m_theme.font(m_textPx, isChecked() ? QFont::DemiBold : m_weight));
    const int margins = m_arrangement == Arrangement::Leading ? 40 : 16;
    // Text that the person made larger becomes smaller again before a part of it is left out.
    const int room = whole.width() - hintRoom() - margins - iconSize - gap - 2; // an exact fit is elided
    QFont fitted = painter.font();
    while (fitted.pixelSize() > m_textPx && QFontMetrics(fitted).horizontalAdvance(text()) > room)
        fitted.setPixelSize(fitted.pixelSize() - 1);
    painter.setFont(fitted);
    const QFontMetrics metrics(fitted);
    const int wished = metrics.horizontalAdvance(text()) + margins + iconSize + gap;
    // In the middle of the button where it fits beside the key, else in the middle of what is left.
    QRect area = whole;
    if (m_arrangement == Arrangement::Leading || wished + 2 * hintRoom() > whole.width())
        area = QStyle::visualRect(layoutDirection(), whole, whole.adjusted(0, 0, -hintRoom(), 0));
    const QString shown = metrics.elidedText(text(), Qt::ElideRight, area.width() - margins - iconSize - gap);
    const int textWidth = metrics.horizontalAdvance(shown);
    const int secondHeight = m_secondLine.isEmpty() ? 0 : m_theme.scaled(18);
    const int lineHeight = qMax(metrics.height(), iconSize);
    int y = area.top() + (area.height() - lineHeight - secondHeight) / 2;
    const int width = iconSize + gap + textWidth;
    const QRect line = QStyle::visualRect(layoutDirection(), area, QRect(lineLeft(area, width), y, width, lineHeight));
    const QRect iconRect(line.left(), line.top() + (lineHeight - iconSize) / 2, iconSize, iconSize);
    const QRect textRect(line.left() + iconSize + gap, line.top(), textWidth + 2, lineHeight);
    if (iconSize > 0) {
        const QRect placed = QStyle::visualRect(layoutDirection(), line, iconRect);
        m_theme.icon(m_iconName, contentToken()).paint(&painter, placed);
        // Beside a text at the leading edge the count has the other edge to itself.
        const QRect trailing(area.right() - 48, area.center().y() + 4, iconSize, iconSize);
        drawCount(painter, m_arrangement == Arrangement::Leading ? QStyle::visualRect(layoutDirection(), area, trailing)
                                                                 : placed);
    }
    painter.setLayoutDirection(directionOf(shown));
    painter.drawText(QStyle::visualRect(layoutDirection(), line, textRect), Qt::AlignVCenter | Qt::AlignHCenter, shown);
    if (secondHeight > 0)
        drawSecondLine(painter, area, y + lineHeight, secondHeight);
}

void TouchButton::drawSecondLine(QPainter &painter, const QRect &area, int top, int height)
{
    const bool leading = m_arrangement == Arrangement::Leading;
    const int margin = leading ? 20 : 8;
    painter.setFont(m_theme.font(leading ? 14 : 12));
    painter.setPen(m_theme.colour(!isEnabled()                                   ? "disabled"
                                  : property("kind") == QLatin1String("primary") ? "on-accent"
                                                                                 : "muted"));
    const QRect line(area.left() + margin, top, area.width() - 2 * margin, height);
    const Qt::Alignment side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.setLayoutDirection(directionOf(m_secondLine));
    painter.drawText(line, (leading ? side | Qt::AlignAbsolute : Qt::AlignHCenter) | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(m_secondLine, Qt::ElideRight, line.width()));
}

void TouchButton::drawStack(QPainter &painter, const QRect &area)
{
    constexpr int iconSize = 20;
    QFont fitted = m_theme.font(m_textPx, m_weight);
    while (fitted.pixelSize() > 11 && QFontMetrics(fitted).horizontalAdvance(text()) > area.width() - 8)
        fitted.setPixelSize(fitted.pixelSize() - 1);
    painter.setFont(fitted);
    const QFontMetrics metrics(painter.font());
    const int height = iconSize + 2 + metrics.height();
    const int top = area.top() + (area.height() - height) / 2;
    const QRect icon(area.left() + (area.width() - iconSize) / 2, top, iconSize, iconSize);
    m_theme.icon(m_iconName, contentToken()).paint(&painter, icon);
    drawCount(painter, icon);
    const QRect line(area.left() + 3, top + iconSize + 2, area.width() - 6, metrics.height());
    painter.drawText(line, Qt::AlignCenter, metrics.elidedText(text(), Qt::ElideRight, line.width()));
}

void TouchButton::drawCount(QPainter &painter, const QRect &icon)
{
    if (m_count == 0)
        return;
    constexpr int px = 18;
    const QString text = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = m_theme.font(12, QFont::DemiBold);
    font.setPixelSize(11); // the circle does not grow
    painter.setFont(font);
    const int width = qMax(px, QFontMetrics(font).horizontalAdvance(text) + 8);
    const int left = layoutDirection() == Qt::RightToLeft ? icon.left() - width / 2 : icon.right() - width / 2 + 4;
    const QRect circle(left, icon.top() - px / 2 + 2, width, px);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(m_countToken));
    painter.drawRoundedRect(circle, px / 2.0, px / 2.0);
    painter.setPen(m_theme.colour("surface"));
    painter.drawText(circle, Qt::AlignCenter, text);
    painter.restore();
}

int TouchButton::keyHintWidth() const
{
    if (m_keyHint.isEmpty())
        return 0;
    return QFontMetrics(m_theme.font(12, QFont::Medium)).horizontalAdvance(m_keyHint) + 14;
}

void TouchButton::drawKeyHint(QPainter &painter)
{
    painter.setFont(m_theme.font(12, QFont::Medium));
    const int width = keyHintWidth();
    const int height = qMax(20, painter.fontMetrics().height() + 2);
    const QRect box(rect().right() - 16 - width, rect().center().y() - height / 2, width, height);
    const QRect placed = QStyle::visualRect(layoutDirection(), rect(), box);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(contentToken()), 1));
    painter.drawRoundedRect(QRectF(placed).adjusted(.5, .5, -.5, -.5), 4, 4);
    painter.drawText(placed, Qt::AlignCenter, m_keyHint);
}

} // namespace crema::desktop
