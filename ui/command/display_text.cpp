// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/display_text.h"

#include "models/text/plain_text.h"

#include <cwchar>

namespace crema::command {
namespace {

int widthOf(char32_t character)
{
    // −1 stands for "not known in this locale"; a terminal then shows something of one column.
    const int width = wcwidth(static_cast<wchar_t>(character));
    return width < 0 ? 1 : width;
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (const char32_t character : text.toUcs4())
        width += widthOf(character);
    return width;
}

QString cutToWidth(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    QString kept;
    int used = 0;
    for (const char32_t character : text.toUcs4()) {
        const int next = widthOf(character);
        if (used + next > width - 1)
            break;
        kept += QChar::fromUcs4(character);
        used += next;
    }
    return kept + QChar(0x2026);
}

QStringList wrapWords(const QString &text, int width)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && displayWidth(line) + 1 + displayWidth(word) > width) {
            lines.append(line);
            line.clear();
        }
        line += line.isEmpty() ? word : u' ' + word;
    }
    if (!line.isEmpty())
        lines.append(line);
    return lines;
}

QString printableLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = madePlain(line);
    return lines.join(u'\n');
}

} // namespace crema::command
