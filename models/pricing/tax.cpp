// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/tax.h"

#include "models/money/rounding.h"

#include <QCoreApplication>

#include <algorithm>

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

Result<TaxClass> taxClassFor(const std::optional<TaxClassId> &named, const QList<TaxClass> &known)
{
    const auto found =
        std::ranges::find_if(known, [&](const TaxClass &each) { return named ? each.id == *named : each.isDefault; });
    if (found != known.end())
        return *found;
    return failure(
        ProblemKind::Conflict, QStringLiteral("sale.tax_missing"),
        known.isEmpty()
            ? QCoreApplication::translate("Selling", "This device has no tax rates yet, so it cannot sell yet.")
            : QCoreApplication::translate("Selling", "This device does not know the tax rate of this product yet."),
        QCoreApplication::translate("Selling", "They come with the first changes from the platform: wait a moment, or "
                                               "fetch them with crema sync run."));
}

} // namespace crema
