// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/selling_limits.h"

#include "models/text/plain_text.h"

namespace crema::codec {

bool isNote(const QString &text)
{
    return text.size() <= limit::note && isPlainText(text, Lines::Many);
}

bool hasOneCurrency(const Sale &sale)
{
    const Currency currency = sale.total.currency();
    bool one = sale.rounding.currency() == currency;
    const auto look = [&](std::initializer_list<const Money *> amounts) {
        for (const Money *money : amounts)
            one = one && money->currency() == currency;
    };
    for (const SaleLine &line : sale.lines) {
        look({&line.price.amount, &line.cartDiscount, &line.net, &line.tax, &line.gross});
        for (const SaleDiscount &discount : line.discounts)
            look({&discount.amount});
        for (const SaleModifier &modifier : line.modifiers)
            look({&modifier.price});
        if (line.bundle)
            look({&line.bundle->off});
    }
    for (const SaleDiscount &discount : sale.discounts)
        look({&discount.amount});
    for (const TaxSummary &tax : sale.taxes)
        look({&tax.net, &tax.tax, &tax.gross});
    for (const ReturnedLine &line : sale.returns)
        look({&line.net, &line.tax, &line.gross, &line.fee});
    for (const Payment &payment : sale.payments)
        look({&payment.amount, &payment.tendered, &payment.change, &payment.tip});
    return one;
}

} // namespace crema::codec
