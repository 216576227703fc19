// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/money_reader.h"

#include "models/base/json.h"

#include <algorithm>
#include <array>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using json::CanonicalReader;

constexpr std::int64_t mostBase = 1'000'000'000;

std::optional<Currency> currencyOf(QLatin1StringView code)
{
    // A sale names it some twenty times.
    std::array<char16_t, 3> letters{};
    if (code.size() != static_cast<qsizetype>(letters.size()))
        return std::nullopt;
    std::transform(code.begin(), code.end(), letters.begin(),
                   [](char letter) { return static_cast<char16_t>(letter); });
    return Currency::fromCode(letters);
}

Money readMoneyMembers(CanonicalReader &in)
{
    const auto currency = currencyOf(in.word("currency"_L1));
    if (!currency)
        in.fail();
    const std::int64_t minor = in.integer("minor"_L1, -json::maxInteger, json::maxInteger);
    return Money(minor, currency.value_or(Currency()));
}

Money readMoneyObject(CanonicalReader &in)
{
    in.beginNamedObject();
    const Money money = readMoneyMembers(in);
    in.endObject();
    return money;
}

Price readPriceObject(CanonicalReader &in)
{
    in.beginNamedObject();
    Price price;
    price.amount = readMoneyMembers(in);
    price.per = in.integer("per"_L1, 1, mostBase);
    if (price.amount.isNegative())
        in.fail();
    in.endObject();
    return price;
}

} // namespace

Money readMoney(CanonicalReader &in, QLatin1StringView name)
{
    if (in.isNull(name))
        in.fail();
    return readMoneyObject(in);
}

std::optional<Money> readOptionalMoney(CanonicalReader &in, QLatin1StringView name)
{
    if (in.isNull(name))
        return std::nullopt;
    return readMoneyObject(in);
}

Price readPrice(CanonicalReader &in, QLatin1StringView name)
{
    if (in.isNull(name))
        in.fail();
    return readPriceObject(in);
}

std::optional<Price> readOptionalPrice(CanonicalReader &in, QLatin1StringView name)
{
    if (in.isNull(name))
        return std::nullopt;
    return readPriceObject(in);
}

} // namespace crema
