// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/customers/purchases.h"

#include <QMap>

#include <algorithm>

namespace crema {
namespace {

Money spentBy(const Sale &sale)
{
    Money spent = sale.total;
    for (const SaleLine &line : sale.lines) {
        if (line.giftCard)
            spent -= line.gross;
    }
    return spent;
}

} // namespace

Purchases purchasesOf(const QList<Sale> &sales)
{
    Purchases all;
    QMap<QString, Money> spent;
    for (const Sale &sale : sales) {
        const Currency currency = sale.total.currency();
        const Money before = spent.value(currency.code(), Money(0, currency));
        spent.insert(currency.code(), before + spentBy(sale));
        if (sale.lines.isEmpty()) {
            ++all.returns;
            continue;
        }
        ++all.visits;
        all.last = std::max(all.last.value_or(sale.completedAt), sale.completedAt);
    }
    all.spent = spent.values();
    return all;
}

} // namespace crema
