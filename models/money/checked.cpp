// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/checked.h"

namespace crema {

std::optional<Money> checkedAdd(const Money &a, const Money &b)
{
    if (a.currency() != b.currency())
        return std::nullopt;
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.minor(), b.minor(), &sum) || !fitsWire(sum))
        return std::nullopt;
    return Money(sum, a.currency());
}

std::optional<Money> checkedSum(std::span<const Money> amounts, Currency currency)
{
    std::optional<Money> sum = Money(0, currency);
    for (const Money &amount : amounts) {
        sum = checkedAdd(*sum, amount);
        if (!sum)
            return std::nullopt;
    }
    return sum;
}

} // namespace crema
