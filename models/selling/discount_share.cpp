// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/discount_share.h"

#include "models/money/rounding.h"
#include "models/pricing/bundle_lines.h"

namespace crema {
namespace {

/// Amounts come from outside: in 128 bits nothing overflows.
struct TakenOff {
    Int128 amount = 0;
    qsizetype count = 0;

    void add(const QList<SaleDiscount> &discounts, const SaleDiscount *ofBundle = nullptr)
    {
        for (const SaleDiscount &discount : discounts) {
            if (discount.promotion || discount.points != 0 || &discount == ofBundle)
                continue; // the company's rule or price, or the customer's own points: nobody's decision
            amount += discount.amount.minor();
            ++count;
        }
    }
};

} // namespace

std::int32_t discountShare(const Sale &sale)
{
    constexpr std::int32_t everything = 10'000;
    TakenOff taken;
    taken.add(sale.discounts);
    Int128 paid = 0;
    for (const SaleLine &line : sale.lines) {
        if (line.giftCard)
            continue; // no discount reaches it, so it is none of what something was taken off
        taken.add(line.discounts, bundleDiscount(line));
        paid += sale.pricesInclude == PricesInclude::Tax ? line.gross.minor() : line.net.minor();
    }
    if (taken.amount <= 0 || taken.count == 0)
        return 0;
    const Int128 whole = paid + taken.amount;
    if (whole <= 0 || paid < 0)
        return everything;
    const Int128 counted = taken.amount - taken.count;
    return counted <= 0 ? 0 : static_cast<std::int32_t>((counted * everything + whole - 1) / whole);
}

} // namespace crema
