// SPDX-License-Identifier: GPL-3.0-or-later
// RapidCheck generators of the models' values, for every test that states a property of them.
#pragma once

#include "models/base/json.h"
#include "models/money/checked.h"
#include "models/money/money.h"
#include "models/money/price.h"
#include "models/pricing/quote.h"
#include "models/selling/complete_sale.h"

#include <QJsonArray>
#include <QJsonObject>

#include <rapidcheck.h>

#include <ostream>

namespace crema::testing {

/// Any UTF-16 text without lone surrogates, rich in what JSON has to escape.
inline rc::Gen<QString> text()
{
    const auto letter = rc::gen::weightedOneOf<char32_t>({
        {6, rc::gen::inRange<char32_t>(0x20, 0x7f)},
        {2, rc::gen::inRange<char32_t>(0, 0x20)},
        {2, rc::gen::inRange<char32_t>(0x7f, 0xd800)},
        {1, rc::gen::inRange<char32_t>(0xe000, 0x10000)},
        {1, rc::gen::inRange<char32_t>(0x10000, 0x110000)},
    });
    return rc::gen::map(rc::gen::container<std::vector<char32_t>>(letter), [](const std::vector<char32_t> &letters) {
        return QString::fromUcs4(letters.data(), static_cast<qsizetype>(letters.size()));
    });
}

/// Amounts that may be written on the wire; small ones are likelier.
inline rc::Gen<std::int64_t> wireInteger()
{
    return rc::gen::weightedOneOf<std::int64_t>({
        {6, rc::gen::inRange<std::int64_t>(-100'000, 100'000)},
        {2, rc::gen::inRange<std::int64_t>(-json::maxInteger, json::maxInteger + 1)},
        {1, rc::gen::element<std::int64_t>(0, -1, 1, json::maxInteger, -json::maxInteger)},
    });
}

inline rc::Gen<QJsonValue> jsonValue(int depth);

inline rc::Gen<QJsonObject> jsonObject(int depth = 4)
{
    const auto member = rc::gen::pair(text(), rc::gen::scale(0.5, jsonValue(depth - 1)));
    return rc::gen::map(rc::gen::container<std::vector<std::pair<QString, QJsonValue>>>(member),
                        [](const std::vector<std::pair<QString, QJsonValue>> &members) {
                            QJsonObject object;
                            for (const auto &[name, value] : members)
                                object.insert(name, value);
                            return object;
                        });
}

inline rc::Gen<QJsonValue> jsonScalar()
{
    return rc::gen::oneOf(rc::gen::just(QJsonValue(QJsonValue::Null)),
                          rc::gen::map(rc::gen::arbitrary<bool>(), [](bool value) { return QJsonValue(value); }),
                          rc::gen::map(wireInteger(), [](std::int64_t value) { return QJsonValue(qint64(value)); }),
                          rc::gen::map(text(), [](const QString &value) { return QJsonValue(value); }));
}

inline rc::Gen<QJsonValue> jsonValue(int depth)
{
    if (depth <= 0)
        return jsonScalar();
    const auto object = rc::gen::map(jsonObject(depth - 1), [](const QJsonObject &value) { return QJsonValue(value); });
    const auto array =
        rc::gen::map(rc::gen::container<std::vector<QJsonValue>>(rc::gen::scale(0.5, jsonValue(depth - 1))),
                     [](const std::vector<QJsonValue> &values) {
                         QJsonArray result;
                         for (const QJsonValue &value : values)
                             result.append(value);
                         return QJsonValue(result);
                     });
    return rc::gen::weightedOneOf<QJsonValue>({{4, jsonScalar()}, {1, object}, {1, array}});
}

inline Currency currency(QStringView code)
{
    return Currency::fromCode(code).value();
}

inline Money euro(std::int64_t minor)
{
    return Money(minor, currency(u"EUR"));
}

/// EUR amounts from `least` up to and without `end`, in minor units.
inline rc::Gen<Money> euroBetween(std::int64_t least, std::int64_t end)
{
    return rc::gen::map(rc::gen::inRange(least, end), [](std::int64_t minor) { return euro(minor); });
}

inline QUuid uuid(std::uint32_t number)
{
    return QUuid(0x01900000, 0, 0x7000, 0x80, 0, 0, 0, static_cast<uchar>(number >> 24),
                 static_cast<uchar>(number >> 16), static_cast<uchar>(number >> 8), static_cast<uchar>(number));
}

/// A line of one article that costs `minor` cents a piece.
inline CartLine article(std::uint32_t number, std::int64_t minor, std::int32_t rate = 1900, std::int64_t quantity = 1)
{
    CartLine line;
    line.variant = VariantId(uuid(number));
    line.product = ProductId(uuid(number));
    line.sku = QStringLiteral("SKU-%1").arg(number);
    line.name = QStringLiteral("Article %1").arg(number);
    line.price = Price{euro(minor)};
    line.taxRate = TaxRate(rate);
    line.quantity = Quantity(quantity);
    return line;
}

/// Up to so many. A size given to a container alone would make what is in it small as well.
template<class T>
rc::Gen<std::vector<T>> fewOf(int most, const rc::Gen<T> &element)
{
    return rc::gen::resize(most, rc::gen::container<std::vector<T>>(rc::gen::resize(rc::kNominalSize, element)));
}

inline rc::Gen<Discount> discount()
{
    const auto percentage = rc::gen::map(rc::gen::inRange<std::int32_t>(1, 10'001), [](std::int32_t tenThousandths) {
        return Discount{QStringLiteral("percent"), tenThousandths, std::nullopt};
    });
    const auto amount = rc::gen::map(euroBetween(1, 3'000), [](Money money) {
        return Discount{QStringLiteral("amount"), std::nullopt, money};
    });
    return rc::gen::oneOf(percentage, amount);
}

inline rc::Gen<QList<Discount>> discounts()
{
    const auto few = fewOf<Discount>(2, discount());
    return rc::gen::map(
        rc::gen::weightedOneOf<std::vector<Discount>>({{3, rc::gen::just(std::vector<Discount>())}, {2, few}}),
        [](const std::vector<Discount> &all) { return QList<Discount>(all.begin(), all.end()); });
}

inline rc::Gen<Price> price()
{
    return rc::gen::apply(
        [](std::int64_t minor, std::int64_t per) {
            return Price{euro(minor), per};
        },
        rc::gen::inRange<std::int64_t>(0, 20'000), rc::gen::element<std::int64_t>(1, 1, 1, 100, 1000));
}

inline rc::Gen<CartLine> cartLine()
{
    return rc::gen::apply(
        [](std::uint32_t number, const Price &linePrice, std::int32_t rate, std::int64_t quantity,
           const QList<Discount> &lineDiscounts) {
            CartLine line = article(number, 0, rate, quantity);
            line.price = linePrice;
            line.discounts = lineDiscounts;
            return line;
        },
        rc::gen::inRange<std::uint32_t>(1, 1'000), price(),
        rc::gen::element<std::int32_t>(0, 700, 1900, 550, 2100, 10'000),
        rc::gen::weightedOneOf<std::int64_t>(
            {{6, rc::gen::inRange<std::int64_t>(1, 12)}, {1, rc::gen::inRange<std::int64_t>(1, 100'000)}}),
        discounts());
}

inline rc::Gen<Cart> cart()
{
    return rc::gen::apply(
        [](const std::vector<CartLine> &lines, const QList<Discount> &cartDiscounts) {
            Cart result;
            result.currency = currency(u"EUR");
            result.lines = QList<CartLine>(lines.begin(), lines.end());
            result.discounts = cartDiscounts;
            return result;
        },
        rc::gen::nonEmpty(fewOf<CartLine>(12, cartLine())), discounts());
}

inline rc::Gen<PricesInclude> pricesInclude()
{
    return rc::gen::element(PricesInclude::Tax, PricesInclude::NoTax);
}

inline SaleHeader saleHeader()
{
    SaleHeader header;
    header.id = SaleId(uuid(1));
    header.number = QStringLiteral("MAIN-2-000123");
    header.shift = ShiftId(uuid(2));
    header.location = LocationId(uuid(3));
    header.registerId = RegisterId(uuid(4));
    header.completedAt = UtcTime(1'795'000'000'000);
    return header;
}

/// A sale of some cart, paid part by card and the rest in cash with change.
inline rc::Gen<Sale> sale()
{
    return rc::gen::apply(
        [](const Cart &paid, PricesInclude include, std::int64_t cardShare, std::int64_t extra, std::int64_t coin) {
            const Quote computed = quote(paid, {include}).value();
            const std::int64_t card = computed.total.minor() * cardShare / 10;
            const CashRounding rounding{coin};
            QList<Tender> tenders;
            if (card > 0)
                tenders.append({PaymentMethod::Card, euro(card)});
            const Money due = remainingInCash(computed.total, tenders, rounding).due;
            if (card < computed.total.minor())
                tenders.append({PaymentMethod::Cash, due + euro(extra)});
            return completeSale(computed, tenders, rounding, saleHeader()).value();
        },
        cart(), pricesInclude(), rc::gen::inRange<std::int64_t>(0, 11), rc::gen::inRange<std::int64_t>(0, 5'000),
        rc::gen::element<std::int64_t>(1, 5, 10));
}

} // namespace crema::testing

namespace crema {

inline std::ostream &operator<<(std::ostream &out, const Money &money)
{
    return out << money.minor() << ' ' << money.currency().code().toStdString();
}

} // namespace crema
