// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/kept_cart.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace crema {

namespace {

const QLatin1String cartsKey("carts");
const QLatin1String variantKey("variant");
const QLatin1String quantityKey("quantity");
const QLatin1String priceKey("price");
const QLatin1String minorKey("minor");
const QLatin1String currencyKey("currency");
const QLatin1String perKey("per");

QJsonObject objectOf(const sync::SaleLineDraft &line)
{
    QJsonObject object{{variantKey, line.variant.toString()}, {quantityKey, qint64(line.quantity.units())}};
    if (line.price) {
        object.insert(priceKey, QJsonObject{{minorKey, qint64(line.price->amount.minor())},
                                            {currencyKey, line.price->amount.currency().code()},
                                            {perKey, qint64(line.price->per)}});
    }
    return object;
}

std::optional<Price> priceOf(const QJsonObject &object)
{
    const std::optional<Currency> currency = Currency::fromCode(object.value(currencyKey).toString());
    const qint64 per = object.value(perKey).toInteger();
    if (!currency || per <= 0)
        return std::nullopt;
    return Price{Money(object.value(minorKey).toInteger(), *currency), per};
}

std::optional<sync::SaleLineDraft> lineOf(const QJsonObject &object)
{
    const std::optional<VariantId> variant = VariantId::fromString(object.value(variantKey).toString());
    const qint64 units = object.value(quantityKey).toInteger();
    if (!variant || units <= 0 || units > Quantity::maxLine)
        return std::nullopt;
    sync::SaleLineDraft line;
    line.variant = *variant;
    line.quantity = Quantity(units);
    line.price = priceOf(object.value(priceKey).toObject());
    return line;
}

} // namespace

QString keptCartsText(const KeptCarts &carts)
{
    QJsonObject all;
    for (auto cart = carts.cbegin(); cart != carts.cend(); ++cart) {
        QJsonArray lines;
        for (const sync::SaleLineDraft &line : cart.value())
            lines.append(objectOf(line));
        if (!lines.isEmpty())
            all.insert(cart.key(), lines);
    }
    if (all.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{cartsKey, all}}).toJson(QJsonDocument::Compact));
}

KeptCarts keptCarts(const QString &text)
{
    KeptCarts carts;
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object().value(cartsKey).toObject();
    for (auto cart = all.constBegin(); cart != all.constEnd(); ++cart) {
        const QJsonArray lines = cart.value().toArray();
        for (const QJsonValue &value : lines) {
            if (const std::optional<sync::SaleLineDraft> line = lineOf(value.toObject()))
                carts[cart.key()].append(*line);
        }
    }
    return carts;
}

} // namespace crema
