// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme/icon_engine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace crema::desktop {

namespace {

/// The drawings show a pen of 1.5 px at 24; smaller icons keep nearly that width, so that they stay legible.
QByteArray drawingAt(QByteArray svg, const QColor &colour, int size)
{
    svg.replace("currentColor", colour.name().toLatin1());
    if (size > 0 && size < 24)
        svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(1.4 * 24 / size, 'f', 2) + '"');
    return svg;
}

bool isDirectional(const QString &name)
{
    static const QStringList directional{QStringLiteral("left"), QStringLiteral("right"), QStringLiteral("aright"),
                                         QStringLiteral("undo"), QStringLiteral("bksp"),  QStringLiteral("enter")};
    return directional.contains(name);
}

} // namespace

IconEngine::IconEngine(const QString &name, const QColor &colour, const QColor &disabled)
    : m_name(name), m_colour(colour), m_disabled(disabled)
{}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QSvgRenderer renderer(drawingAt(file.readAll(), mode == QIcon::Disabled ? m_disabled : m_colour, rect.width()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isDirectional(m_name) && QGuiApplication::isRightToLeft()) {
        painter->translate(rect.left() + rect.right() + 1, 0);
        painter->scale(-1, 1);
    }
    renderer.render(painter, rect);
    painter->restore();
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    Q_UNUSED(scale) // Qt gives the size in device pixels already.
    const QString key = QStringLiteral("crema/%1/%2/%3/%4")
                            .arg(m_name, (mode == QIcon::Disabled ? m_disabled : m_colour).name())
                            .arg(size.width())
                            .arg(QGuiApplication::isRightToLeft() ? 1 : 0);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

} // namespace crema::desktop
