// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/page/line_painter.h"

#include "reports/documents/printer_profile.h"

#include <QFontDatabase>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace crema::documents {

namespace {

constexpr int letterPx = 20;    ///< stands beside font A of a printer, which is 24 dots high with its margins
constexpr int lowestLine = 28;  ///< dots
constexpr int highestLine = 48; ///< dots
constexpr int smallestPx = 9;

/// By where it lies on the paper, whichever way it is read.
Qt::Alignment alignmentOf(PlacedText::Edge edge, ReadingDirection direction)
{
    const bool isMirrored = direction == ReadingDirection::RightToLeft;
    switch (edge) {
    case PlacedText::Edge::Centre: return Qt::AlignHCenter | Qt::AlignVCenter;
    case PlacedText::Edge::Start: return (isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    case PlacedText::Edge::End: return (isMirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    }
    return Qt::AlignLeft;
}

QFont fitted(QFont font, const QString &text, double width)
{
    while (font.pixelSize() > smallestPx && QFontMetricsF(font).horizontalAdvance(text) > width)
        font.setPixelSize(font.pixelSize() - 1);
    return font;
}

} // namespace

void paintLine(QPainter &painter, const DocumentLine &line, ReadingDirection direction, const QRectF &place,
               double columnWidth, const QFont &font)
{
    const bool isMirrored = direction == ReadingDirection::RightToLeft;
    painter.setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    for (const PlacedText &part : line.parts) {
        const double width = part.columns * columnWidth;
        const double before = part.column * columnWidth;
        const double left = isMirrored ? place.right() - before - width : place.left() + before;
        QFont used = fitted(font, part.text, width);
        used.setBold(line.emphasis == Emphasis::Strong);
        painter.setFont(used);
        // Absolute: the place is decided here, the order of the letters by the layout direction.
        painter.drawText(QRectF(left, place.top(), width, place.height()),
                         static_cast<int>((alignmentOf(part.edge, direction) | Qt::AlignAbsolute).toInt()) |
                             Qt::TextSingleLine | Qt::TextDontClip,
                         part.text);
    }
}

Raster drawnLine(const DocumentLine &line, ReadingDirection direction, int dots)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(letterPx);
    font.setStyleStrategy(QFont::NoAntialias);
    const int height = std::clamp(static_cast<int>(std::ceil(QFontMetricsF(font).height())), lowestLine, highestLine);
    QImage image(dots, height, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    paintLine(painter, line, direction, QRectF(0, 0, dots, height), PrinterProfile::dotsOfColumn, font);
    painter.end();
    Raster raster = Raster::blank(dots, height);
    constexpr uchar halfDark = 128;
    for (int y = 0; y < height; ++y) {
        const uchar *row = image.constScanLine(y);
        for (int x = 0; x < dots; ++x) {
            if (row[x] < halfDark)
                raster.blacken(x, y);
        }
    }
    return raster;
}

} // namespace crema::documents
