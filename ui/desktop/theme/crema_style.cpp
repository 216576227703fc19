// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme/crema_style.h"

#include "ui/desktop/theme/icon_engine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QStyleOption>

namespace crema::desktop {

namespace {

/// A box whose edge is seen on every ground, filled with the accent once it is ticked.
void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isTicked = option.state.testFlag(QStyle::State_On);
    const QPalette &palette = option.palette;
    const QColor edge = palette.color(QPalette::Active, isEnabled ? QPalette::Dark : QPalette::Mid);
    const QColor fill = isEnabled ? palette.color(QPalette::Link) : palette.color(QPalette::Disabled, QPalette::Text);
    const int side = std::min(option.rect.width(), option.rect.height());
    const QRectF box = QStyle::alignedRect(option.direction, Qt::AlignCenter, {side, side}, option.rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isTicked ? fill : edge, 1.5));
    painter.setBrush(isTicked ? fill : palette.color(QPalette::Base));
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4);
    painter.restore();
    if (!isTicked)
        return;
    const QColor mark = isEnabled ? palette.color(QPalette::BrightText) : palette.color(QPalette::Base);
    IconEngine(QStringLiteral("check"), mark, mark)
        .paint(&painter, box.adjusted(3, 3, -3, -3).toRect(), QIcon::Normal, QIcon::Off);
}

} // namespace

CremaStyle::CremaStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void CremaStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_FrameFocusRect)
        return;
    if (element == PE_IndicatorCheckBox)
        drawCheckBox(*option, *painter);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int CremaStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_LineEditIconSize: return 20;
    case PM_LineEditIconMargin: return 8;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 24; // ux.md 2.12: no target under 24 px
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CremaStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration: return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon CremaStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    if (standard != SP_LineEditClearButton)
        return QProxyStyle::standardIcon(standard, option, widget);
    const QColor muted = QGuiApplication::palette().color(QPalette::PlaceholderText);
    return QIcon(new IconEngine(QStringLiteral("x"), muted, muted));
}

} // namespace crema::desktop
