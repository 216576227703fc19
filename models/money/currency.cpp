// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/currency.h"

#include <algorithm>
#include <string_view>

namespace crema {

namespace {

struct Group {
    int exponent;
    std::string_view codes; // sorted, one blank between two
};

// ISO 4217 list one, without precious metals, funds of settlement units and test codes. ANG and BGN were
// withdrawn in 2025 and 2026 and stay for the records of that time.
constexpr Group groups[] = {
    {0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"},
    {2, "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF "
        "CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD "
        "HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU "
        "MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG "
        "SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST "
        "XAD XCD XCG YER ZAR ZMW ZWG"},
    {3, "BHD IQD JOD KWD LYD OMR TND"},
    {4, "CLF UYW"},
};

bool contains(std::string_view codes, std::string_view code)
{
    constexpr size_t step = 4;
    size_t first = 0;
    size_t last = (codes.size() + 1) / step;
    while (first < last) {
        const size_t middle = (first + last) / 2;
        const int order = codes.substr(middle * step, 3).compare(code);
        if (order == 0)
            return true;
        if (order < 0)
            first = middle + 1;
        else
            last = middle;
    }
    return false;
}

const Group *groupOf(std::string_view code)
{
    const auto *group = std::find_if(std::begin(groups), std::end(groups),
                                     [&](const Group &each) { return contains(each.codes, code); });
    return group == std::end(groups) ? nullptr : group;
}

} // namespace

std::optional<Currency> Currency::fromCode(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    std::array<char, 3> letters{};
    for (size_t i = 0; i < letters.size(); ++i) {
        const char16_t letter = code[static_cast<qsizetype>(i)].unicode();
        if (letter < u'A' || letter > u'Z')
            return std::nullopt;
        letters[i] = static_cast<char>(letter);
    }
    if (!groupOf({letters.data(), letters.size()}))
        return std::nullopt;
    return Currency(letters);
}

QString Currency::code() const
{
    return QString::fromLatin1(m_letters.data(), static_cast<qsizetype>(m_letters.size()));
}

int Currency::exponent() const
{
    const Group *group = groupOf({m_letters.data(), m_letters.size()});
    return group ? group->exponent : 0;
}

} // namespace crema
