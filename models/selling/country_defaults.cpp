// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/country_defaults.h"

#include <algorithm>

namespace crema {
namespace {

constexpr CountryDefaults countries[] = {
    {u"AT", u"EUR", "Europe/Vienna", TaxRate(2000), TaxRate(1000)},
    {u"BE", u"EUR", "Europe/Brussels", TaxRate(2100), TaxRate(600)},
    {u"CH", u"CHF", "Europe/Zurich", TaxRate(810), TaxRate(260)},
    {u"CZ", u"CZK", "Europe/Prague", TaxRate(2100), TaxRate(1200)},
    {u"DE", u"EUR", "Europe/Berlin", TaxRate(1900), TaxRate(700)},
    {u"DK", u"DKK", "Europe/Copenhagen", TaxRate(2500), TaxRate(2500)},
    {u"ES", u"EUR", "Europe/Madrid", TaxRate(2100), TaxRate(1000)},
    {u"FI", u"EUR", "Europe/Helsinki", TaxRate(2550), TaxRate(1350)},
    {u"FR", u"EUR", "Europe/Paris", TaxRate(2000), TaxRate(550)},
    {u"GB", u"GBP", "Europe/London", TaxRate(2000), TaxRate(0)},
    {u"IE", u"EUR", "Europe/Dublin", TaxRate(2300), TaxRate(0)},
    {u"IT", u"EUR", "Europe/Rome", TaxRate(2200), TaxRate(1000)},
    {u"LU", u"EUR", "Europe/Luxembourg", TaxRate(1700), TaxRate(300)},
    {u"NL", u"EUR", "Europe/Amsterdam", TaxRate(2100), TaxRate(900)},
    {u"NO", u"NOK", "Europe/Oslo", TaxRate(2500), TaxRate(1500)},
    {u"PL", u"PLN", "Europe/Warsaw", TaxRate(2300), TaxRate(800)},
    {u"PT", u"EUR", "Europe/Lisbon", TaxRate(2300), TaxRate(600)},
    {u"SE", u"SEK", "Europe/Stockholm", TaxRate(2500), TaxRate(1200)},
    {u"US", u"USD", "America/New_York", TaxRate(0), TaxRate(0), PricesInclude::NoTax},
};

} // namespace

std::span<const CountryDefaults> allCountryDefaults()
{
    return countries;
}

std::optional<CountryDefaults> countryDefaults(const QString &country)
{
    const QString code = country.toUpper();
    const auto *found =
        std::ranges::find_if(countries, [&](const CountryDefaults &each) { return each.country == code; });
    return found == std::end(countries) ? std::nullopt : std::optional(*found);
}

std::optional<TaxRate> taxRateFromPercent(const QString &text)
{
    const QString plain = text.trimmed().replace(u',', u'.');
    const qsizetype point = plain.indexOf(u'.');
    const QString whole = point < 0 ? plain : plain.left(point);
    const QString fraction = point < 0 ? QString() : plain.mid(point + 1);
    const auto isDigits = [](const QString &digits) {
        return std::ranges::all_of(digits, [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    };
    const bool readable =
        !whole.isEmpty() && whole.size() <= 3 && fraction.size() <= 2 && (point < 0 || !fraction.isEmpty());
    if (!readable || !isDigits(whole) || !isDigits(fraction))
        return std::nullopt;
    const int rate = whole.toInt() * 100 + fraction.leftJustified(2, u'0').toInt();
    return rate > TaxRate::maximum ? std::nullopt : std::optional(TaxRate(rate));
}

QString taxRatePercent(TaxRate rate)
{
    const int whole = rate.tenThousandths() / 100;
    const int rest = rate.tenThousandths() % 100;
    if (rest == 0)
        return QString::number(whole);
    const QString digits = QString::number(rest).rightJustified(2, u'0');
    return QString::number(whole) + u'.' + (digits.endsWith(u'0') ? digits.left(1) : digits);
}

} // namespace crema
