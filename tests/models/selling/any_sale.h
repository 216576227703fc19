// SPDX-License-Identifier: GPL-3.0-or-later
// Sales of random carts in the moneys of several countries.
#pragma once

#include "tests/models/generators.h"

namespace crema::testing {

/// The same cart in another money, for those with other decimals.
inline Cart inCurrency(Cart cart, Currency other)
{
    const auto changed = [other](QList<Discount> &discounts) {
        for (Discount &discount : discounts) {
            if (discount.amount)
                discount.amount = Money(discount.amount->minor(), other);
        }
    };
    cart.currency = other;
    changed(cart.discounts);
    for (CartLine &line : cart.lines) {
        line.price.amount = Money(line.price.amount.minor(), other);
        changed(line.discounts);
    }
    return cart;
}

/// What a place decides: its money, its coins, and what its prices hold.
struct Place {
    Currency money;
    CashRounding rounding;
    PricesInclude pricesInclude = PricesInclude::Tax;
};

/// With 0, 2 or 3 decimals, and coins from the smallest unit to the whole one.
inline Place anyPlace()
{
    return {currency(*rc::gen::element<QStringView>(u"EUR", u"CHF", u"JPY", u"KWD", u"HUF")),
            CashRounding{*rc::gen::element<std::int64_t>(1, 5, 100)}, *pricesInclude()};
}

/// What pays `total`: in part by card and on account, the rest in cash.
inline QList<Tender> anyTenders(Money total, const CashRounding &rounding)
{
    QList<Tender> tenders;
    for (const PaymentMethod method : {PaymentMethod::Card, PaymentMethod::Invoice}) {
        const Money part(total.minor() * *rc::gen::inRange<std::int64_t>(0, 6) / 10, total.currency());
        if (!part.isZero())
            tenders.append({method, part});
    }
    Money rest = total;
    for (const Tender &tender : tenders)
        rest -= tender.amount;
    if (!rest.isZero() || tenders.isEmpty())
        tenders.append({PaymentMethod::Cash, rounding.roundForCash(rest).due, true});
    return tenders;
}

/// A cart with discounts and several rates, by somebody who may buy on account.
inline Quote anyQuote(const Place &place)
{
    Quote computed = quote(inCurrency(*cart(), place.money), {place.pricesInclude}).value();
    computed.customer = CustomerId(uuid(77));
    return computed;
}

struct Sold {
    Sale sale;
    CashRounding rounding;
};

inline Sold anySale(const Place &place = anyPlace())
{
    const Quote computed = anyQuote(place);
    return {completeSale(computed, anyTenders(computed.total, place.rounding), place.rounding, saleHeader()).value(),
            place.rounding};
}

} // namespace crema::testing
