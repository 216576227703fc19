// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/cells/charset.h"

namespace crema::terminal {

namespace {

const QHash<char32_t, QString> &replacements()
{
    static const QHash<char32_t, QString> table{
        {U'ß', QStringLiteral("ss")},
        {U'æ', QStringLiteral("ae")},
        {U'Æ', QStringLiteral("AE")},
        {U'œ', QStringLiteral("oe")},
        {U'Œ', QStringLiteral("OE")},
        {U'ø', QStringLiteral("o")},
        {U'Ø', QStringLiteral("O")},
        {U'ł', QStringLiteral("l")},
        {U'Ł', QStringLiteral("L")},
        {U'đ', QStringLiteral("d")},
        {U'Đ', QStringLiteral("D")},
        {U'ð', QStringLiteral("d")},
        {U'Ð', QStringLiteral("D")},
        {U'þ', QStringLiteral("th")},
        {U'Þ', QStringLiteral("Th")},
        {U'ı', QStringLiteral("i")},
        {U'€', QStringLiteral("EUR")},
        {U'£', QStringLiteral("GBP")},
        {U'¥', QStringLiteral("JPY")},
        {U'©', QStringLiteral("(c)")},
        {U'®', QStringLiteral("(r)")},
        {U'–', QStringLiteral("-")},
        {U'—', QStringLiteral("-")},
        {U'−', QStringLiteral("-")},
        {U'‘', QStringLiteral("'")},
        {U'’', QStringLiteral("'")},
        {U'“', QStringLiteral("\"")},
        {U'”', QStringLiteral("\"")},
        {U'„', QStringLiteral("\"")},
        {U'«', QStringLiteral("\"")},
        {U'»', QStringLiteral("\"")},
        {U'•', QStringLiteral("*")},
        {U'·', QStringLiteral(".")},
        {U'×', QStringLiteral("x")},
        {U'÷', QStringLiteral("/")},
        {U'…', QStringLiteral(".")},
        {U'°', QStringLiteral("o")},
        {U'µ', QStringLiteral("u")},
        {U'\u00A0', QStringLiteral(" ")},
        {U'\u2009', QStringLiteral(" ")},
        {U'\u202F', QStringLiteral(" ")},
        {U'→', QStringLiteral(">")},
        {U'←', QStringLiteral("<")},
        {U'─', QStringLiteral("-")},
        {U'│', QStringLiteral("|")},
        {U'┴', QStringLiteral("+")},
        {U'┬', QStringLiteral("+")},
        {U'┼', QStringLiteral("+")},
        // Cyrillic
        {U'а', QStringLiteral("a")},
        {U'б', QStringLiteral("b")},
        {U'в', QStringLiteral("v")},
        {U'г', QStringLiteral("g")},
        {U'д', QStringLiteral("d")},
        {U'е', QStringLiteral("e")},
        {U'ж', QStringLiteral("zh")},
        {U'з', QStringLiteral("z")},
        {U'и', QStringLiteral("i")},
        {U'й', QStringLiteral("y")},
        {U'к', QStringLiteral("k")},
        {U'л', QStringLiteral("l")},
        {U'м', QStringLiteral("m")},
        {U'н', QStringLiteral("n")},
        {U'о', QStringLiteral("o")},
        {U'п', QStringLiteral("p")},
        {U'р', QStringLiteral("r")},
        {U'с', QStringLiteral("s")},
        {U'т', QStringLiteral("t")},
        {U'у', QStringLiteral("u")},
        {U'ф', QStringLiteral("f")},
        {U'х', QStringLiteral("kh")},
        {U'ц', QStringLiteral("ts")},
        {U'ч', QStringLiteral("ch")},
        {U'ш', QStringLiteral("sh")},
        {U'щ', QStringLiteral("shch")},
        {U'ъ', QString()},
        {U'ы', QStringLiteral("y")},
        {U'ь', QString()},
        {U'э', QStringLiteral("e")},
        {U'ю', QStringLiteral("yu")},
        {U'я', QStringLiteral("ya")},
        {U'і', QStringLiteral("i")},
        {U'є', QStringLiteral("ye")},
        {U'ґ', QStringLiteral("g")},
        // Greek
        {U'α', QStringLiteral("a")},
        {U'β', QStringLiteral("v")},
        {U'γ', QStringLiteral("g")},
        {U'δ', QStringLiteral("d")},
        {U'ε', QStringLiteral("e")},
        {U'ζ', QStringLiteral("z")},
        {U'η', QStringLiteral("i")},
        {U'θ', QStringLiteral("th")},
        {U'ι', QStringLiteral("i")},
        {U'κ', QStringLiteral("k")},
        {U'λ', QStringLiteral("l")},
        {U'μ', QStringLiteral("m")},
        {U'ν', QStringLiteral("n")},
        {U'ξ', QStringLiteral("x")},
        {U'ο', QStringLiteral("o")},
        {U'π', QStringLiteral("p")},
        {U'ρ', QStringLiteral("r")},
        {U'σ', QStringLiteral("s")},
        {U'ς', QStringLiteral("s")},
        {U'τ', QStringLiteral("t")},
        {U'υ', QStringLiteral("y")},
        {U'φ', QStringLiteral("f")},
        {U'χ', QStringLiteral("ch")},
        {U'ψ', QStringLiteral("ps")},
        {U'ω', QStringLiteral("o")},
    };
    return table;
}

bool shows(char32_t codePoint, Charset charset)
{
    if (codePoint < 0x80)
        return true;
    // Without the no-break space: some terminals draw nothing for it, and the row would shift.
    return charset == Charset::Latin1 && codePoint > 0xA0 && codePoint <= 0xFF;
}

std::optional<QString> replacementOf(char32_t codePoint)
{
    const auto found = replacements().constFind(codePoint);
    if (found != replacements().cend())
        return *found;
    const char32_t lower = QChar::toLower(codePoint);
    const auto small = replacements().constFind(lower);
    if (lower == codePoint || small == replacements().cend())
        return std::nullopt;
    QString text = *small;
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

// Falls back to the base letter of a composed character, and says nothing when there is none.
std::optional<QString> plainForm(char32_t codePoint, Charset charset)
{
    if (shows(codePoint, charset))
        return QString::fromUcs4(&codePoint, 1);
    if (auto replacement = replacementOf(codePoint))
        return replacement;
    const QChar::Category category = QChar::category(codePoint);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
        return QString();
    const QString whole = QString::fromUcs4(&codePoint, 1);
    const QString parts = whole.normalized(QString::NormalizationForm_KD);
    if (parts == whole)
        return std::nullopt;
    QString plain;
    for (const uint part : parts.toUcs4()) {
        const std::optional<QString> text = plainForm(part, charset);
        if (!text)
            return std::nullopt;
        plain += *text;
    }
    return plain;
}

struct PlainText {
    QString text;
    int shown = 0;
    int lost = 0;
};

PlainText plainTextOf(QStringView text, Charset charset)
{
    PlainText plain;
    // Composed first, so that e followed by a combining acute stays é where Latin-1 has it.
    for (const uint codePoint : text.toString().normalized(QString::NormalizationForm_C).toUcs4()) {
        const std::optional<QString> form = plainForm(codePoint, charset);
        plain.text += form.value_or(QStringLiteral("?"));
        ++(form ? plain.shown : plain.lost);
    }
    return plain;
}

} // namespace

Charset charsetOfCodeset(QStringView codeset)
{
    if (codeset.compare(u"UTF-8", Qt::CaseInsensitive) == 0 || codeset.compare(u"UTF8", Qt::CaseInsensitive) == 0)
        return Charset::Utf8;
    if (codeset.startsWith(u"ISO-8859-1", Qt::CaseInsensitive) && (codeset.size() == 10 || codeset.endsWith(u"15")))
        return Charset::Latin1;
    return Charset::Ascii;
}

std::optional<Charset> charsetFromName(QStringView name)
{
    if (name == u"utf8")
        return Charset::Utf8;
    if (name == u"latin1")
        return Charset::Latin1;
    if (name == u"ascii")
        return Charset::Ascii;
    return std::nullopt;
}

QString transliterated(QStringView text, Charset charset)
{
    if (charset == Charset::Utf8)
        return text.toString();
    return plainTextOf(text, charset).text;
}

QString nameOrCode(QStringView name, QStringView code, Charset charset)
{
    if (charset == Charset::Utf8)
        return name.toString();
    const PlainText plain = plainTextOf(name, charset);
    return plain.lost > 0 && plain.lost * 2 >= plain.shown ? transliterated(code, charset) : plain.text;
}

} // namespace crema::terminal
