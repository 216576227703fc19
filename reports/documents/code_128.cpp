// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/code_128.h"

#include <algorithm>

namespace crema::documents {

namespace {

constexpr qsizetype mostLetters = 40;
constexpr char startB = 104;
constexpr char startC = 105;
constexpr char toC = 99;
constexpr char toB = 100;
constexpr int checkModulus = 103;
/// So many digits in a row are shorter in set C, the change there and back counted.
constexpr qsizetype digitsWorthAChange = 6;

/// Widths of bars and gaps in turn, by symbol; each comes to eleven modules.
constexpr const char *widths[] = {
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
    "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
    "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
    "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
    "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
    "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
    "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232"};
constexpr const char *stopWidths = "2331112";

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

qsizetype digitsFrom(const QByteArray &text, qsizetype start)
{
    return std::find_if_not(text.begin() + start, text.end(), isDigit) - (text.begin() + start);
}

void draw(QByteArray &pattern, const char *symbol)
{
    for (char shade = 1; *symbol != '\0'; ++symbol, shade = shade == 1 ? 0 : 1)
        pattern += QByteArray(*symbol - '0', shade);
}

char checkOf(const QByteArray &symbols)
{
    int sum = symbols.front();
    for (qsizetype i = 1; i < symbols.size(); ++i)
        sum += static_cast<int>(i) * symbols.at(i);
    return static_cast<char>(sum % checkModulus);
}

} // namespace

std::optional<Code128> Code128::of(const QByteArray &text)
{
    const bool fits = !text.isEmpty() && text.size() <= mostLetters;
    if (!fits || std::any_of(text.begin(), text.end(), [](char letter) { return letter < 0x20 || letter > 0x7E; }))
        return std::nullopt;
    Code128 code;
    bool isFirst = true;
    for (qsizetype at = 0; at < text.size(); isFirst = false) {
        const qsizetype digits = digitsFrom(text, at);
        if (digits >= digitsWorthAChange && digits % 2 == 0) {
            code.choose(Set::C, isFirst);
            for (const qsizetype end = at + digits; at < end; at += 2) {
                const auto pair = static_cast<char>((text.at(at) - '0') * 10 + (text.at(at + 1) - '0'));
                code.m_printerData += pair;
                code.m_symbols += pair;
            }
            continue;
        }
        code.choose(Set::B, isFirst);
        code.m_printerData += text.at(at) == '{' ? QByteArray("{{") : QByteArray(1, text.at(at));
        code.m_symbols += static_cast<char>(text.at(at) - ' ');
        ++at;
    }
    code.m_symbols += checkOf(code.m_symbols);
    return code;
}

void Code128::choose(Set set, bool isFirst)
{
    if (!isFirst && set == m_set)
        return;
    m_printerData += set == Set::B ? "{B" : "{C";
    if (isFirst)
        m_symbols += set == Set::B ? startB : startC;
    else
        m_symbols += set == Set::B ? toB : toC;
    m_set = set;
}

int Code128::modules() const
{
    constexpr int modulesOfSymbol = 11;
    constexpr int modulesOfStop = 13;
    return static_cast<int>(m_symbols.size()) * modulesOfSymbol + modulesOfStop;
}

QByteArray Code128::pattern() const
{
    QByteArray pattern;
    for (const char symbol : m_symbols)
        draw(pattern, widths[static_cast<int>(symbol)]);
    draw(pattern, stopWidths);
    return pattern;
}

} // namespace crema::documents
