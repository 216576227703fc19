// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/code_page.h"

#include <algorithm>

namespace crema::documents {

namespace {

constexpr int lettersOfPage = 128;
constexpr char16_t none = 0xFFFD;
constexpr char16_t softHyphen = 0x00AD;

constexpr char16_t cp437[] = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
                             u"áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                             u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                             u"αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
constexpr char16_t cp737[] = u"ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθ"
                             u"ικλμνξοπρσςτυφχψ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                             u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                             u"ωάέήϊίόύϋώΆΈΉΊΌΎΏ±≥≤ΪΫ÷≈°∙·√ⁿ²■\u00a0";
constexpr char16_t cp850[] = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
                             u"áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                             u"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
                             u"ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
constexpr char16_t cp852[] = u"ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č"
                             u"áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐"
                             u"└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀"
                             u"ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0";
constexpr char16_t cp857[] = u"ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞş"
                             u"áíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                             u"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\ufffdÍÎÏ┘┌█▄¦Ì▀"
                             u"ÓßÔÒõÕµ\ufffd×ÚÛÙìÿ¯´\u00ad±\ufffd¾¶§÷¸°¨·¹³²■\u00a0";
constexpr char16_t cp858[] = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
                             u"áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                             u"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀"
                             u"ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
constexpr char16_t cp866[] = u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                             u"абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                             u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                             u"рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00a0";
constexpr char16_t windows1250[] = u"€\ufffd‚\ufffd„…†‡\ufffd‰Š‹ŚŤŽŹ\ufffd‘’“”•–—\ufffd™š›śťžź"
                                   u"\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
                                   u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
                                   u"ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
constexpr char16_t windows1251[] = u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffd™љ›њќћџ"
                                   u"\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї"
                                   u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                                   u"абвгдежзийклмнопрстуфхцчшщъыьэюя";
constexpr char16_t windows1252[] = u"€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ"
                                   u"\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿"
                                   u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                                   u"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
constexpr char16_t windows1253[] =
    u"€\ufffd‚ƒ„…†‡\ufffd‰\ufffd‹\ufffd\ufffd\ufffd\ufffd\ufffd‘’“”•–—\ufffd™\ufffd›\ufffd\ufffd\ufffd\ufffd"
    u"\u00a0΅Ά£¤¥¦§¨©\ufffd«¬\u00ad®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ"
    u"ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffdΣΤΥΦΧΨΩΪΫάέήί"
    u"ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffd";
constexpr char16_t windows1254[] = u"€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffd\ufffd\ufffd\ufffd‘’“”•–—˜™š›œ\ufffd\ufffdŸ"
                                   u"\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿"
                                   u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
                                   u"àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ";
constexpr char16_t windows1257[] = u"€\ufffd‚\ufffd„…†‡\ufffd‰\ufffd‹\ufffd¨ˇ¸\ufffd‘’“”•–—\ufffd™\ufffd›\ufffd¯˛\ufffd"
                                   u"\u00a0\ufffd¢£¤\ufffd¦§Ø©Ŗ«¬\u00ad®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ"
                                   u"ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß"
                                   u"ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙";

/// By the numbers that Epson's printers have them under.
constexpr CodePage knownPages[] = {
    {0, cp437},        {2, cp850},        {13, cp857},       {14, cp737},       {16, windows1252},
    {17, cp866},       {18, cp852},       {19, cp858},       {45, windows1250}, {46, windows1251},
    {47, windows1253}, {48, windows1254}, {51, windows1257},
};

/// Signs that look alike on paper and that every page has.
char16_t plainLookalike(char16_t letter)
{
    switch (letter) {
    case 0x2018:
    case 0x2019: return u'\'';
    case 0x201C:
    case 0x201D: return u'"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212: return u'-';
    default: return letter;
    }
}

/// The text as a printer could have it: letters joined with their marks, every blank a blank.
QString printable(const QString &text)
{
    QString result;
    for (const QChar letter : text.normalized(QString::NormalizationForm_C)) {
        if (letter.isSpace())
            result += QLatin1Char(' ');
        else if (letter.category() != QChar::Other_Format && letter.category() != QChar::Other_Control)
            result += letter;
    }
    return result;
}

/// How many letters from `start` on the page has.
qsizetype reach(const CodePage &page, const QString &text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && page.byteOf(text.at(end).unicode()))
        ++end;
    return end - start;
}

/// The one that goes furthest; of several the first.
CodePage furthest(const QList<CodePage> &pages, const QString &text, qsizetype start)
{
    return *std::max_element(pages.begin(), pages.end(), [&](const CodePage &one, const CodePage &other) {
        return reach(one, text, start) < reach(other, text, start);
    });
}

QList<CodePage> pagesOf(const QList<int> &numbers, int current)
{
    QList<CodePage> pages;
    if (const auto page = codePage(current))
        pages.append(*page);
    for (const int number : numbers) {
        if (const auto page = codePage(number); page && number != current)
            pages.append(*page);
    }
    return pages;
}

} // namespace

std::optional<char> CodePage::byteOf(char16_t letter) const
{
    if (letter >= 0x20 && letter < 0x7F)
        return static_cast<char>(letter);
    if (letter != none && letter != softHyphen) {
        const char16_t *end = letters + lettersOfPage;
        const char16_t *found = std::find(letters, end, letter);
        if (found != end)
            return static_cast<char>(0x80 + (found - letters));
    }
    const char16_t plain = plainLookalike(letter);
    return plain == letter ? std::nullopt : std::optional<char>(static_cast<char>(plain));
}

std::optional<CodePage> codePage(int number)
{
    const auto *page = std::find_if(std::begin(knownPages), std::end(knownPages),
                                    [number](const CodePage &known) { return known.number == number; });
    return page == std::end(knownPages) ? std::nullopt : std::optional<CodePage>(*page);
}

std::optional<QList<CodedRun>> coded(const QString &text, const QList<int> &numbers, int current)
{
    const QString letters = printable(text);
    const QList<CodePage> pages = pagesOf(numbers, current);
    QList<CodedRun> runs;
    for (qsizetype at = 0; at < letters.size();) {
        const CodePage page = furthest(pages, letters, at);
        const qsizetype end = at + reach(page, letters, at);
        if (end == at)
            return std::nullopt;
        CodedRun run{page.number, {}};
        for (; at < end; ++at)
            run.bytes += *page.byteOf(letters.at(at).unicode());
        runs.append(run);
    }
    return runs;
}

QList<CodedRun> codedAnyhow(const QString &text, const QList<int> &numbers, int current)
{
    const QList<CodePage> pages = pagesOf(numbers, current);
    QString known;
    for (const char32_t letter : printable(text).toUcs4()) {
        const QString one = QString::fromUcs4(&letter, 1);
        const bool isThere = std::any_of(pages.begin(), pages.end(),
                                         [&](const CodePage &page) { return reach(page, one, 0) == one.size(); });
        if (isThere || !QChar::isMark(letter))
            known += isThere ? one : QStringLiteral("?");
    }
    return coded(known, numbers, current).value_or(QList<CodedRun>());
}

} // namespace crema::documents
