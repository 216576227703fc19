// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/money_json.h"

#include "models/base/json.h"

#include <QCoreApplication>

namespace crema {
namespace {

Money readMoneyOf(JsonFields &inner)
{
    const std::int64_t minor = inner.integer(QStringLiteral("minor"), -json::maxInteger, json::maxInteger);
    const auto currency = Currency::fromCode(inner.text(QStringLiteral("currency"), 3, 3));
    if (!currency)
        inner.add(QStringLiteral("currency"),
                  QCoreApplication::translate("crema::Money", "An ISO 4217 currency code such as EUR is needed here."));
    return Money(minor, currency.value_or(Currency()));
}

} // namespace

QJsonObject moneyToJson(const Money &money)
{
    return {{QStringLiteral("currency"), money.currency().code()}, {QStringLiteral("minor"), qint64(money.minor())}};
}

Money readMoney(JsonFields &fields, const QString &name)
{
    const qsizetype before = fields.problems().size();
    JsonFields inner(fields.object(name), fields.path() + name + u'.');
    if (fields.problems().size() != before)
        return {};
    const Money money = readMoneyOf(inner);
    fields.add(inner.problems());
    return money;
}

std::optional<Money> readOptionalMoney(JsonFields &fields, const QString &name)
{
    if (!fields.has(name))
        return std::nullopt;
    return readMoney(fields, name);
}

QJsonObject priceToJson(const Price &price)
{
    QJsonObject object = moneyToJson(price.amount);
    object.insert(QStringLiteral("per"), qint64(price.per));
    return object;
}

Price readPrice(JsonFields &fields, const QString &name)
{
    const qsizetype before = fields.problems().size();
    JsonFields inner(fields.object(name), fields.path() + name + u'.');
    if (fields.problems().size() != before)
        return {};
    Price price;
    price.amount = readMoneyOf(inner);
    price.per = inner.integer(QStringLiteral("per"), 1, 1'000'000'000);
    if (price.amount.isNegative())
        inner.add(QStringLiteral("minor"),
                  QCoreApplication::translate("crema::Money", "A price cannot be below zero."));
    fields.add(inner.problems());
    return price;
}

std::optional<Price> readOptionalPrice(JsonFields &fields, const QString &name)
{
    if (!fields.has(name))
        return std::nullopt;
    return readPrice(fields, name);
}

} // namespace crema
