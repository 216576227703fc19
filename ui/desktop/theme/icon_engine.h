// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIconEngine>

namespace crema::desktop {

/// Draws one of resources/icons in a colour of the theme: the pictures are drawn with `currentColor`.
class IconEngine final : public QIconEngine
{
public:
    /// `name` is the file without its ending. A directional icon is mirrored while the program reads right to left.
    IconEngine(const QString &name, const QColor &colour, const QColor &disabled);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;

private:
    QString m_name;
    QColor m_colour;
    QColor m_disabled;
};

} // namespace crema::desktop
