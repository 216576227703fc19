// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/text_columns.h"

#include "models/text/plain_text.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace crema::documents {

namespace {

/// More marks on one letter say nothing in any script; a printer would set them over the lines above.
constexpr int mostMarks = 4;

struct Range {
    char32_t first;
    char32_t last;
};

/// Unicode 15 East Asian Width W and F, joined where the gaps hold nothing that is printed.
constexpr Range wideRanges[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x2614, 0x2615}, {0x2648, 0x2653},
    {0x26C4, 0x26C5},   {0x2705, 0x2705},   {0x2728, 0x2728},   {0x2753, 0x2757},   {0x2795, 0x2797}, {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B50},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

int widthOf(char32_t letter)
{
    const QChar::Category category = QChar::category(letter);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
        return 0;
    const auto wide = std::find_if(std::begin(wideRanges), std::end(wideRanges), [letter](const Range &range) {
        return letter >= range.first && letter <= range.last;
    });
    return wide == std::end(wideRanges) ? 1 : 2;
}

/// The text without the marks that are too many on one letter.
QString withFewMarks(const QString &text)
{
    QString kept;
    int marks = 0;
    for (const char32_t letter : text.toUcs4()) {
        const QChar::Category category = QChar::category(letter);
        const bool isMark = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
        marks = isMark ? marks + 1 : 0;
        if (marks <= mostMarks)
            kept += QChar::fromUcs4(letter);
    }
    return kept;
}

/// One letter that is wider than the line, like many joined emoji, in its parts.
QStringList partsOf(const QString &letter)
{
    QStringList parts;
    for (const char32_t part : letter.toUcs4()) {
        if (widthOf(part) > 0 || parts.isEmpty())
            parts.append(QString());
        parts.last() += QChar::fromUcs4(part);
    }
    return parts;
}

/// The letters of a word with their marks, none wider than `columns`.
QStringList letters(const QString &word, int columns)
{
    QStringList result;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    for (qsizetype start = 0, end = finder.toNextBoundary(); end > start; start = end, end = finder.toNextBoundary()) {
        const QString letter = word.mid(start, end - start);
        result += displayWidth(letter) > columns ? partsOf(letter) : QStringList{letter};
    }
    return result;
}

/// Appends the word to the last line, to a new line, or broken over several.
void addWord(QStringList &lines, const QString &word, int columns)
{
    QString &last = lines.last();
    const int joined = displayWidth(last) + (last.isEmpty() ? 0 : 1) + displayWidth(word);
    if (joined <= columns) {
        last += last.isEmpty() ? word : QLatin1Char(' ') + word;
        return;
    }
    if (!last.isEmpty())
        lines.append(QString());
    for (const QString &letter : letters(word, columns)) {
        if (displayWidth(lines.last()) + displayWidth(letter) > columns)
            lines.append(QString());
        lines.last() += letter;
    }
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (const uint letter : text.toUcs4())
        width += widthOf(letter);
    return width;
}

QStringList wrapText(const QString &text, int columns)
{
    QStringList lines{QString()};
    for (const QString &word : withFewMarks(madePlain(text)).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        addWord(lines, word, std::max(columns, 2));
    return lines;
}

QString alignRight(const QString &text, int columns)
{
    return QString(std::max(0, columns - displayWidth(text)), QLatin1Char(' ')) + text;
}

QString alignCentre(const QString &text, int columns)
{
    return QString(std::max(0, (columns - displayWidth(text)) / 2), QLatin1Char(' ')) + text;
}

QStringList besideAmount(const QString &name, const QString &amount, int columns)
{
    const int room = columns - displayWidth(amount) - 1;
    QStringList lines = wrapText(name, room);
    lines.first() += alignRight(amount, columns - displayWidth(lines.first()));
    return lines;
}

} // namespace crema::documents
