// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/badge_picture.h"

#include "ui/presenters/people/qr_matrix.h"

#include <QRegularExpression>

#include <algorithm>

namespace crema {
namespace {

/// In hundredths of a millimetre, as everything here: SVG with whole numbers reads the same in every locale.
constexpr int cardWidth = 8560;
constexpr int cardHeight = 5400;
constexpr int codeSide = 3600;
constexpr int codeTop = 400;
constexpr int nameLine = 4700;
constexpr int largestLetter = 520;

/// Letters are about half as wide as they are high: a long name gets smaller ones instead of leaving the card.
int letterHeight(const QString &name)
{
    const int room = cardWidth - 800;
    return std::min(largestLetter, 2 * room / std::max(1, static_cast<int>(name.size())));
}

QString codePath(const QrMatrix &code)
{
    const int module = codeSide / (code.width() + 2 * QrMatrix::quietZone);
    const int left = (cardWidth - code.width() * module) / 2;
    const int top = codeTop + QrMatrix::quietZone * module;
    QString path;
    for (int row = 0; row < code.width(); ++row) {
        for (int column = 0; column < code.width(); ++column) {
            if (code.isDark(row, column))
                path +=
                    QStringLiteral("M%1 %2h%3v%3h-%3z").arg(left + column * module).arg(top + row * module).arg(module);
        }
    }
    return path;
}

} // namespace

QByteArray badgeSvg(const QString &name, const QString &code)
{
    const QString svg = QStringLiteral(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"85.6mm\" height=\"54mm\" viewBox=\"0 0 %1 %2\">\n"
        "<rect x=\"20\" y=\"20\" width=\"%3\" height=\"%4\" rx=\"318\" fill=\"white\" stroke=\"grey\" "
        "stroke-width=\"20\"/>\n"
        "<path shape-rendering=\"crispEdges\" fill=\"black\" d=\"%5\"/>\n"
        "<text x=\"%6\" y=\"%7\" font-family=\"sans-serif\" font-weight=\"600\" font-size=\"%8\" "
        "text-anchor=\"middle\">%9</text>\n"
        "</svg>\n");
    // The name last: whatever stands in it is not looked at again.
    return svg.arg(cardWidth)
        .arg(cardHeight)
        .arg(cardWidth - 40)
        .arg(cardHeight - 40)
        .arg(codePath(QrMatrix::of(code)))
        .arg(cardWidth / 2)
        .arg(nameLine)
        .arg(letterHeight(name))
        .arg(name.toHtmlEscaped())
        .toUtf8();
}

QString badgeFileNameOf(const QString &name)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QStringList words = name.toLower().split(others, Qt::SkipEmptyParts);
    words.prepend(QStringLiteral("crema-badge"));
    return words.join(u'-') + QStringLiteral(".svg");
}

} // namespace crema
