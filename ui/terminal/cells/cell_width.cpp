// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/cells/cell_width.h"

namespace crema::terminal {

namespace {

struct CodePointRange {
    char32_t first;
    char32_t last;
};

// Blocks whose characters are wide in Unicode's EastAsianWidth (UAX #11). wcwidth() of the C library would
// depend on the locale, and says -1 for every accent in the C locale.
constexpr std::array wideRanges{
    CodePointRange{0x1100, 0x115F},   CodePointRange{0x231A, 0x231B},   CodePointRange{0x23E9, 0x23EC},
    CodePointRange{0x2614, 0x2615},   CodePointRange{0x2648, 0x2653},   CodePointRange{0x2705, 0x2705},
    CodePointRange{0x274C, 0x274C},   CodePointRange{0x2E80, 0x303E},   CodePointRange{0x3041, 0x33FF},
    CodePointRange{0x3400, 0x4DBF},   CodePointRange{0x4E00, 0xA4CF},   CodePointRange{0xA960, 0xA97C},
    CodePointRange{0xAC00, 0xD7A3},   CodePointRange{0xF900, 0xFAFF},   CodePointRange{0xFE30, 0xFE6F},
    CodePointRange{0xFF01, 0xFF60},   CodePointRange{0xFFE0, 0xFFE6},   CodePointRange{0x1F300, 0x1F64F},
    CodePointRange{0x1F680, 0x1F6FF}, CodePointRange{0x1F900, 0x1F9FF}, CodePointRange{0x20000, 0x3FFFD},
};

constexpr int maximumMarks = 4; // a curses cell holds five code points (CCHARW_MAX)

bool isWide(char32_t codePoint)
{
    return std::ranges::any_of(wideRanges, [codePoint](const CodePointRange &range) {
        return codePoint >= range.first && codePoint <= range.last;
    });
}

bool isControl(char32_t codePoint)
{
    return codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0);
}

/// Ends a line, or turns the direction of all that follows: with it the frame would stand on the other side.
bool breaksRow(char32_t codePoint)
{
    return (codePoint >= 0x2028 && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
}

} // namespace

int codePointWidth(char32_t codePoint)
{
    if (isControl(codePoint) || breaksRow(codePoint))
        return 0;
    if (codePoint < 0x300)
        return codePoint == 0xAD ? 0 : 1;
    switch (QChar::category(codePoint)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format: return 0;
    default: return isWide(codePoint) ? 2 : 1;
    }
}

QStringList clustersOf(QStringView text)
{
    QStringList clusters;
    int marks = 0;
    for (const uint codePoint : text.toUcs4()) {
        if (isControl(codePoint) || breaksRow(codePoint) || codePoint == 0xAD)
            continue;
        const char32_t one = codePoint;
        if (codePointWidth(one) > 0) {
            clusters.append(QString::fromUcs4(&one, 1));
            marks = 0;
            continue;
        }
        if (clusters.isEmpty())
            clusters.append(QStringLiteral(" "));
        if (marks < maximumMarks) {
            clusters.last().append(QString::fromUcs4(&one, 1));
            ++marks;
        }
    }
    return clusters;
}

int clusterWidth(QStringView cluster)
{
    if (cluster.isEmpty())
        return 0;
    if (cluster.front().isHighSurrogate() && cluster.size() > 1)
        return codePointWidth(QChar::surrogateToUcs4(cluster[0], cluster[1]));
    return codePointWidth(cluster.front().unicode());
}

int textWidth(QStringView text)
{
    int width = 0;
    for (const QString &cluster : clustersOf(text))
        width += clusterWidth(cluster);
    return width;
}

} // namespace crema::terminal
