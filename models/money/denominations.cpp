// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/denominations.h"

#include <algorithm>
#include <vector>

namespace crema {

namespace {

/// Notes and coins in everyday use, in minor units, biggest first; everything from `smallestNote` up is a note.
struct Cash {
    const char *currency;
    std::int64_t smallestNote;
    std::initializer_list<std::int64_t> pieces;
};

const Cash cashTables[] = {
    {"EUR", 500, {20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
    {"USD", 500, {10000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1}},
    {"GBP", 500, {5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
    {"CHF", 1000, {20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5}},
    {"CAD", 500, {10000, 5000, 2000, 1000, 500, 200, 100, 25, 10, 5}},
    {"AUD", 500, {10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5}},
    {"NZD", 500, {10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10}},
    {"SEK", 2000, {50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100}},
    {"NOK", 5000, {50000, 20000, 10000, 5000, 2000, 1000, 500, 100}},
    {"DKK", 5000, {50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50}},
    {"PLN", 1000, {50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
    {"CZK", 10000, {200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100}},
    {"JPY", 1000, {10000, 5000, 1000, 500, 100, 50, 10, 5, 1}},
};

const Cash *cashOf(Currency currency)
{
    const QString code = currency.code();
    const auto found = std::find_if(std::begin(cashTables), std::end(cashTables),
                                    [&](const Cash &cash) { return code == QLatin1String(cash.currency); });
    return found == std::end(cashTables) ? nullptr : found;
}

} // namespace

QList<Money> notesAndCoins(Currency currency)
{
    QList<Money> pieces;
    if (const Cash *cash = cashOf(currency)) {
        for (const std::int64_t piece : cash->pieces)
            pieces.append(Money(piece, currency));
    }
    return pieces;
}

QList<Money> quickAmounts(Money due)
{
    constexpr qsizetype largest = 4;
    QList<Money> amounts{due};
    const Cash *cash = cashOf(due.currency());
    if (!cash || due.minor() <= 0)
        return amounts;
    const auto add = [&](std::int64_t minor) {
        const Money amount(minor, due.currency());
        if (amounts.size() < largest && amount > amounts.last())
            amounts.append(amount);
    };
    const auto roundedUp = [&](std::int64_t note) { return (due.minor() + note - 1) / note * note; };
    add(roundedUp(cash->smallestNote));
    const std::vector<std::int64_t> pieces(std::rbegin(cash->pieces), std::rend(cash->pieces));
    for (const std::int64_t piece : pieces) {
        if (piece >= cash->smallestNote)
            add(piece);
    }
    // More than the largest note is paid with several of the larger ones.
    for (const std::int64_t piece : pieces) {
        if (piece > cash->smallestNote)
            add(roundedUp(piece));
    }
    return amounts;
}

QList<HandOut> handOut(Money change)
{
    const Cash *cash = cashOf(change.currency());
    if (!cash || change.minor() <= 0)
        return {};
    QList<HandOut> pieces;
    std::int64_t rest = change.minor();
    for (const std::int64_t piece : cash->pieces) {
        if (const std::int64_t count = rest / piece; count > 0)
            pieces.append({Money(piece, change.currency()), count});
        rest %= piece;
    }
    return rest == 0 ? pieces : QList<HandOut>();
}

Money largestNote(Currency currency)
{
    if (const Cash *cash = cashOf(currency))
        return Money(*cash->pieces.begin(), currency);
    std::int64_t minor = 500'000;
    for (int digit = 0; digit < currency.exponent(); ++digit)
        minor *= 10;
    return Money(minor, currency);
}

} // namespace crema
