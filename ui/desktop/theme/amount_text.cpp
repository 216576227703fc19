// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme/amount_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QtMath>

namespace crema::desktop {

namespace {

qreal advanceOf(const QFontMetricsF &metrics, QChar letter)
{
    return letter.isDigit() ? metrics.horizontalAdvance(QLatin1Char('0')) : metrics.horizontalAdvance(letter);
}

qreal widthOf(const QFontMetricsF &metrics, const QString &text)
{
    qreal width = 0;
    for (const QChar letter : text)
        width += advanceOf(metrics, letter);
    return width;
}

} // namespace

int amountWidth(const QFont &font, const QString &text)
{
    return qCeil(widthOf(QFontMetricsF(font), text));
}

void drawAmount(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(painter.font());
    const qreal width = widthOf(metrics, text);
    qreal x = rect.left();
    if (alignment & Qt::AlignHCenter)
        x += (rect.width() - width) / 2;
    else if (alignment & Qt::AlignRight)
        x += rect.width() - width;
    const qreal baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    for (const QChar letter : text) {
        const qreal advance = advanceOf(metrics, letter);
        const qreal slack = advance - metrics.horizontalAdvance(letter);
        painter.drawText(QPointF(x + slack / 2, baseline), QString(letter));
        x += advance;
    }
}

void drawName(QPainter &painter, const QRect &rect, const QString &text, Qt::LayoutDirection leading)
{
    painter.save();
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment side = leading == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(rect, side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, rect.width()));
    painter.restore();
}

QSize AmountLabel::sizeHint() const
{
    return {amountWidth(font(), text()) + 1, QFontMetrics(font()).height()};
}

void AmountLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // An amount is never cut off: where it does not fit it becomes smaller.
    QFont fitted = font();
    while (amountWidth(fitted, text()) > width() && fitted.pixelSize() > 12)
        fitted.setPixelSize(fitted.pixelSize() - 1);
    painter.setFont(fitted);
    painter.setPen(palette().color(foregroundRole()));
    drawAmount(painter, rect(), text(), QStyle::visualAlignment(layoutDirection(), alignment()));
}

} // namespace crema::desktop
