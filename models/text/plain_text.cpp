// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/plain_text.h"

#include <algorithm>

namespace crema {
namespace {

bool turnsDirection(QChar letter)
{
    const char16_t unit = letter.unicode();
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

/// It would end the line, or tell a terminal or a printer to do something.
bool steers(QChar letter, Lines lines)
{
    const char16_t unit = letter.unicode();
    if (lines == Lines::Many && (unit == u'\n' || unit == u'\r' || unit == u'\t'))
        return false;
    return letter.category() == QChar::Other_Control || unit == 0x2028 || unit == 0x2029;
}

/// Goes through UTF-32, which puts the sign for what cannot be shown in the place of a lone surrogate.
QString wholeLetters(QStringView text)
{
    if (text.isValidUtf16())
        return text.toString();
    QString whole;
    for (const char32_t letter : text.toUcs4())
        whole += QChar::fromUcs4(letter);
    return whole;
}

} // namespace

bool isPlainText(QStringView text, Lines lines)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [lines](QChar letter) {
               return turnsDirection(letter) || steers(letter, lines);
           });
}

QString madePlain(QStringView text, Lines lines)
{
    if (isPlainText(text, lines))
        return text.toString();
    QString plain = wholeLetters(text);
    plain.removeIf([](QChar letter) { return turnsDirection(letter); });
    for (QChar &letter : plain) {
        if (steers(letter, lines))
            letter = u' ';
    }
    return plain;
}

QString withEscapes(QStringView text, Lines lines)
{
    if (isPlainText(text, lines))
        return text.toString();
    QString escaped;
    for (const QChar letter : wholeLetters(text)) {
        if (turnsDirection(letter) || steers(letter, lines))
            escaped += QStringLiteral("\\u") + QString::number(letter.unicode(), 16).rightJustified(4, u'0');
        else
            escaped += letter;
    }
    return escaped;
}

} // namespace crema
