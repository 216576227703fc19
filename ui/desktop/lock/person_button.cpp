// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/lock/person_button.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace crema::desktop {

namespace {

constexpr int circle = 40;
constexpr int margin = 12;
constexpr int edge = 3;

} // namespace

PersonButton::PersonButton(const Theme &theme, const QString &objectName, QWidget *parent)
    : QPushButton(parent), m_theme(theme)
{
    setObjectName(objectName);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(theme.scaled(64));
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void PersonButton::showPerson(const QString &initials, const QString &name, const QString &detail)
{
    m_initials = initials;
    m_detail = detail;
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(detail);
    update();
}

void PersonButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    const auto place = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    if (isChecked())
        painter.fillRect(place(QRect(0, 6, edge, height() - 12)), m_theme.colour("accent"));

    const QRect round = place(QRect(margin, (height() - circle) / 2, circle, circle));
    painter.setPen(QPen(m_theme.colour("border"), m_theme.tokens().line()));
    painter.setBrush(m_theme.colour(isChecked() ? "surface" : "sunken"));
    painter.drawEllipse(QRectF(round).adjusted(.5, .5, -.5, -.5));
    painter.setPen(m_theme.colour("text"));
    QFont initials = m_theme.font(14, QFont::DemiBold);
    initials.setPixelSize(14); // the circle does not grow
    painter.setFont(initials);
    painter.drawText(round, Qt::AlignCenter, m_initials);

    const int left = margin + circle + margin;
    const int first = m_theme.scaled(24);
    const int second = m_detail.isEmpty() ? 0 : m_theme.scaled(20);
    const int top = (height() - first - second) / 2;
    painter.setFont(m_theme.font(16, isChecked() ? QFont::DemiBold : QFont::Medium));
    drawName(painter, place(QRect(left, top, width() - left - margin, first)), text(), layoutDirection());
    if (second == 0)
        return;
    painter.setFont(m_theme.font(14));
    painter.setPen(m_theme.colour("muted"));
    drawName(painter, place(QRect(left, top + first, width() - left - margin, second)), m_detail, layoutDirection());
}

} // namespace crema::desktop
