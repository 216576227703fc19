// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/cells/text_fit.h"

#include "ui/terminal/cells/cell_width.h"

namespace crema::terminal {

namespace {

QString ellipsis(Charset charset)
{
    return charset == Charset::Utf8 ? QStringLiteral("…") : QStringLiteral(".");
}

QString firstColumns(QStringView text, int width)
{
    QString result;
    int used = 0;
    for (const QString &cluster : clustersOf(text)) {
        used += clusterWidth(cluster);
        if (used > width)
            break;
        result += cluster;
    }
    return result;
}

// Cut to `width` with the ellipsis in place of what is missing; no blank stands before it.
QString cutWithEllipsis(QStringView text, int width, Charset charset)
{
    QString start = firstColumns(text, width - 1);
    while (start.endsWith(QLatin1Char(' ')))
        start.chop(1);
    return start + ellipsis(charset);
}

// The words, with those that are wider than a line cut into pieces that fit.
QStringList piecesOf(QStringView text, int width)
{
    QStringList pieces;
    for (QString word : text.toString().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        while (textWidth(word) > width) {
            QString piece = firstColumns(word, width);
            if (piece.isEmpty())
                return pieces; // a wide character in a one-column line can never be shown
            word = word.mid(piece.size());
            pieces.append(std::move(piece));
        }
        if (!word.isEmpty())
            pieces.append(std::move(word));
    }
    return pieces;
}

} // namespace

QString elided(QStringView text, int width, Charset charset)
{
    if (width <= 0)
        return {};
    if (textWidth(text) <= width)
        return clustersOf(text).join(QString());
    return cutWithEllipsis(text, width, charset);
}

QStringList wrapped(QStringView text, int width, int maximumLines, Charset charset)
{
    QStringList lines{QString()};
    for (const QString &piece : piecesOf(text, width)) {
        const int gap = lines.last().isEmpty() ? 0 : 1;
        if (textWidth(lines.last()) + gap + textWidth(piece) <= width) {
            lines.last() += QString(gap, QLatin1Char(' ')) + piece;
        } else if (lines.size() < maximumLines) {
            lines.append(piece);
        } else {
            lines.last() = cutWithEllipsis(lines.last() + QStringLiteral(" ") + piece, width, charset);
            break;
        }
    }
    return lines;
}

QString rightAligned(QStringView text, int width, Charset charset)
{
    const QString cut = elided(text, width, charset);
    return QString(std::max(0, width - textWidth(cut)), QLatin1Char(' ')) + cut;
}

QString leftAligned(QStringView text, int width, Charset charset)
{
    const QString cut = elided(text, width, charset);
    return cut + QString(std::max(0, width - textWidth(cut)), QLatin1Char(' '));
}

QString justified(QStringView left, QStringView right, int width, Charset charset)
{
    const int rightWidth = std::min(textWidth(right), width);
    const int gap = rightWidth > 0 ? 1 : 0;
    return leftAligned(left, std::max(0, width - rightWidth - gap), charset) +
           QString(width > rightWidth ? gap : 0, QLatin1Char(' ')) + elided(right, rightWidth, charset);
}

} // namespace crema::terminal
