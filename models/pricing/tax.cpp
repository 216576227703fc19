// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/tax.h"

#include "models/money/rounding.h"

namespace crema {

TaxSummary taxOf(Money amount, TaxRate rate, PricesInclude pricesInclude)
{
    constexpr std::int64_t whole = 10'000;
    const bool inside = pricesInclude == PricesInclude::Tax;
    const std::int64_t divisor = inside ? whole + rate.tenThousandths() : whole;
    const Money tax(divideRounded(Int128(amount.minor()) * rate.tenThousandths(), divisor, Rounding::HalfAwayFromZero),
                    amount.currency());
    if (inside)
        return {rate, amount - tax, tax, amount};
    return {rate, amount, tax, amount + tax};
}

} // namespace crema
