// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace crema::desktop {

/// Fusion with Crema's sizes. The focus ring is drawn outside the controls by FocusRing, so the style draws none.
class CremaStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    CremaStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;
    /// The clear button of fields is drawn by us: Qt would look for an icon theme on the disk.
    [[nodiscard]] QIcon standardIcon(StandardPixmap standard, const QStyleOption *option,
                                     const QWidget *widget) const override;
};

} // namespace crema::desktop
