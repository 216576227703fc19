// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/cash_rounding.h"

#include <QtGlobal>

#include <algorithm>

namespace crema {

namespace {

struct Custom {
    QStringView currency;
    std::int64_t increment;
    Rounding mode;
};

constexpr Custom customs[] = {
    {u"AUD", 5, Rounding::HalfAwayFromZero},
    {u"CAD", 5, Rounding::HalfAwayFromZero},
    {u"CHF", 5, Rounding::HalfAwayFromZero},
    {u"CZK", 100, Rounding::HalfAwayFromZero},
    {u"DKK", 50, Rounding::HalfAwayFromZero},
    {u"HUF", 500, Rounding::HalfAwayFromZero},
    {u"NOK", 100, Rounding::HalfAwayFromZero},
    // The coin of 10 cents has no exact middle in custom: shops round 5 cents down (Reserve Bank of New Zealand).
    {u"NZD", 10, Rounding::HalfTowardsZero},
    {u"SEK", 100, Rounding::HalfAwayFromZero},
};

constexpr QStringView euroCountriesThatRound[] = {u"BE", u"FI", u"IE", u"IT", u"NL", u"SK"};

} // namespace

CashRounding CashRounding::of(Currency currency, QStringView country)
{
    const QString code = currency.code();
    if (code == u"EUR") {
        const bool rounds = std::find(std::begin(euroCountriesThatRound), std::end(euroCountriesThatRound), country) !=
                            std::end(euroCountriesThatRound);
        return rounds ? CashRounding{5, Rounding::HalfAwayFromZero} : CashRounding{};
    }
    const auto *custom =
        std::find_if(std::begin(customs), std::end(customs), [&](const Custom &each) { return each.currency == code; });
    return custom == std::end(customs) ? CashRounding{} : CashRounding{custom->increment, custom->mode};
}

CashDue CashRounding::roundForCash(Money amount) const
{
    Q_ASSERT(increment >= 1);
    const Money due(divideRounded(amount.minor(), increment, mode) * increment, amount.currency());
    return {due, due - amount};
}

} // namespace crema
