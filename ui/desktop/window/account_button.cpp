// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/account_button.h"

#include "ui/desktop/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace crema::desktop {

namespace {

constexpr int circlePx = 32;
constexpr int arrowPx = 16;
constexpr int gap = 8;

} // namespace

AccountButton::AccountButton(const Theme &theme, const QString &objectName, QWidget *parent)
    : QPushButton(parent), m_theme(theme)
{
    setObjectName(objectName);
    setProperty("kind", QStringLiteral("quiet"));
    setFocusPolicy(Qt::TabFocus);
    // With large text the name gives way.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumWidth(circlePx + arrowPx + 2 * gap);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void AccountButton::setPerson(const QString &name, const QString &initials)
{
    m_name = name;
    m_initials = initials;
    setToolTip(shownName());
    setAccessibleName(name.isEmpty() ? tr("Nobody is signed in: open the menu") : tr("%1: open the menu").arg(name));
    updateGeometry();
    update();
}

void AccountButton::setNameShown(bool shown)
{
    m_nameShown = shown;
    updateGeometry();
    update();
}

QString AccountButton::shownName() const
{
    return m_name.isEmpty() ? tr("Nobody signed in") : m_name;
}

QSize AccountButton::sizeHint() const
{
    int width = circlePx + arrowPx + 2 * gap;
    if (m_nameShown)
        width += QFontMetrics(m_theme.font(14, QFont::Medium)).horizontalAdvance(shownName()) + gap;
    return {qMin(width, m_theme.scaled(220)), qMax(48, m_theme.scaled(40))};
}

void AccountButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour("sunken"));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    const auto placed = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    const QRect circle = placed(QRect(gap / 2, (height() - circlePx) / 2, circlePx, circlePx));
    painter.setPen(QPen(m_theme.colour("border"), m_theme.tokens().line()));
    painter.setBrush(m_theme.colour("sunken"));
    painter.drawEllipse(QRectF(circle).adjusted(.5, .5, -.5, -.5));
    painter.setPen(m_theme.colour("text"));
    if (m_initials.isEmpty()) {
        m_theme.icon(QStringLiteral("user"), "muted").paint(&painter, circle.adjusted(7, 7, -7, -7));
    } else {
        QFont font = m_theme.font(12, QFont::DemiBold);
        font.setPixelSize(12); // the circle does not grow
        painter.setFont(font);
        painter.drawText(circle, Qt::AlignCenter, m_initials);
    }
    const int arrowLeft = width() - arrowPx - gap / 2;
    m_theme.icon(QStringLiteral("down"), "muted")
        .paint(&painter, placed(QRect(arrowLeft, (height() - arrowPx) / 2, arrowPx, arrowPx)));
    if (!m_nameShown)
        return;
    const int nameLeft = gap / 2 + circlePx + gap;
    painter.setFont(m_theme.font(14, QFont::Medium));
    const QRect line(nameLeft, 0, arrowLeft - gap / 2 - nameLeft, height());
    painter.drawText(placed(line), Qt::AlignVCenter | Qt::AlignLeading,
                     QFontMetrics(painter.font()).elidedText(shownName(), Qt::ElideRight, line.width()));
}

} // namespace crema::desktop
