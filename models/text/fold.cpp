// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/fold.h"

#include <QChar>

#include <optional>

namespace crema {
namespace {

/// Letters that Unicode does not take apart but people type without their stroke.
QStringView spelledOut(char32_t c)
{
    switch (c) {
    case U'ß': return u"ss";
    case U'æ': return u"ae";
    case U'œ': return u"oe";
    case U'ø': return u"o";
    case U'đ':
    case U'ð': return u"d";
    case U'ł': return u"l";
    case U'þ': return u"th";
    case U'ħ': return u"h";
    case U'ı': return u"i";
    case U'ς': return u"σ";
    default: return {};
    }
}

qsizetype digitsFrom(QStringView text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && text[end].isDigit())
        ++end;
    return end - start;
}

int compareNumbers(QStringView a, QStringView b)
{
    while (a.size() > 1 && a[0] == u'0')
        a = a.sliced(1);
    while (b.size() > 1 && b[0] == u'0')
        b = b.sliced(1);
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

/// What foldForSearch() makes of ASCII, which decomposes into itself; nothing for any other text.
std::optional<QString> foldedAscii(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (const QChar character : text) {
        const char16_t c = character.unicode();
        if (c >= 0x80)
            return std::nullopt;
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            folded += character;
        else if (c >= u'A' && c <= u'Z')
            folded += QChar(static_cast<char16_t>(c + (u'a' - u'A')));
        else if (!folded.isEmpty() && !folded.endsWith(u' '))
            folded += u' ';
    }
    if (folded.endsWith(u' '))
        folded.chop(1);
    return folded;
}

} // namespace

QString foldForSearch(QStringView text)
{
    if (std::optional<QString> folded = foldedAscii(text))
        return *std::move(folded);
    const QString plain = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(plain.size());
    const QList<uint> characters = plain.toUcs4();
    for (const uint c : characters) {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
            continue;
        const QStringView spelled = spelledOut(c);
        if (!spelled.isEmpty())
            folded += spelled;
        else if (QChar::isLetterOrNumber(c) || category == QChar::Mark_SpacingCombining)
            folded += QStringView(QChar::fromUcs4(c));
        else if (!folded.isEmpty() && !folded.endsWith(u' '))
            folded += u' ';
    }
    if (folded.endsWith(u' '))
        folded.chop(1);
    return folded;
}

QString searchKey(QStringView text)
{
    QString folded = foldForSearch(text);
    if (!folded.isEmpty())
        return folded;
    const QString plain = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString signs = QStringLiteral("");
    const QList<uint> characters = plain.toUcs4();
    for (const uint c : characters) {
        // Whether a sign is drawn in colour does not make it another one.
        if (QChar::category(c) != QChar::Mark_NonSpacing)
            signs += QStringView(QChar::fromUcs4(c));
    }
    return signs.simplified();
}

QStringList searchWords(QStringView text)
{
    return foldForSearch(text).split(u' ', Qt::SkipEmptyParts);
}

QString digitsIn(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

bool naturalLess(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        const qsizetype digitsA = digitsFrom(a, i);
        const qsizetype digitsB = digitsFrom(b, j);
        if (digitsA > 0 && digitsB > 0) {
            const int order = compareNumbers(a.sliced(i, digitsA), b.sliced(j, digitsB));
            if (order != 0)
                return order < 0;
            i += digitsA;
            j += digitsB;
            continue;
        }
        const QChar left = a[i++].toCaseFolded();
        const QChar right = b[j++].toCaseFolded();
        if (left != right)
            return left < right;
    }
    if ((i == a.size()) != (j == b.size()))
        return i == a.size();
    return a.compare(b) < 0;
}

} // namespace crema
