// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/logo.h"

#include "ui/desktop/theme/theme.h"

#include <QPainter>

namespace crema::desktop {

namespace {

void drawSign(QPainter &painter, const QRectF &area, const QColor &ground, const QColor &sign)
{
    const double px = area.width();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(area, px * .2, px * .2);
    // The rim of the cup is open where its handle would be.
    constexpr int openFrom = 45 * 16;
    constexpr int openSpan = 270 * 16;
    painter.setPen(QPen(sign, px * .12, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(area.adjusted(px * .25, px * .25, -px * .25, -px * .25), openFrom, openSpan);
    painter.setPen(Qt::NoPen);
    painter.setBrush(sign);
    painter.drawEllipse(area.center(), px * .085, px * .085);
}

} // namespace

Logo::Logo(const Theme &theme, int px, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("logo"));
    setFixedSize(px, px);
    setAccessibleName(tr("Crema"));
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Logo::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawSign(painter, rect(), m_theme.colour("accent"), m_theme.colour("on-accent"));
}

QIcon programIcon(const Theme &theme)
{
    QIcon icon;
    for (const int px : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(px, px);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawSign(painter, QRectF(0, 0, px, px), theme.colour("accent"), theme.colour("on-accent"));
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace crema::desktop
