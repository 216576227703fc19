// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/kept_cart.h"

#include "sync/client/open_cart_note.h"

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

QJsonArray arrayOf(const QList<sync::SaleLineDraft> &cart)
{
    QJsonArray lines;
    for (const sync::SaleLineDraft &line : cart)
        lines.append(objectOf(line));
    return lines;
}

QList<sync::SaleLineDraft> linesOf(const QJsonArray &array)
{
    QList<sync::SaleLineDraft> lines;
    for (const QJsonValue &value : array) {
        if (const std::optional<sync::SaleLineDraft> line = lineOf(value.toObject()))
            lines.append(*line);
    }
    return lines;
}

QJsonObject noteOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

QString keptCartsText(const KeptCarts &carts, const ParkedSales &parked)
{
    QJsonObject all;
    for (auto cart = carts.cbegin(); cart != carts.cend(); ++cart) {
        if (!cart.value().isEmpty())
            all.insert(cart.key(), arrayOf(cart.value()));
    }
    QJsonArray sales;
    for (const QList<sync::SaleLineDraft> &sale : parked)
        sales.append(arrayOf(sale));
    QJsonObject note;
    if (!all.isEmpty())
        note.insert(cartsKey, all);
    if (!sales.isEmpty())
        note.insert(sync::parkedSalesKey, sales);
    return note.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(note).toJson(QJsonDocument::Compact));
}

KeptCarts keptCarts(const QString &text)
{
    KeptCarts carts;
    const QJsonObject all = noteOf(text).value(cartsKey).toObject();
    for (auto cart = all.constBegin(); cart != all.constEnd(); ++cart) {
        if (const QList<sync::SaleLineDraft> lines = linesOf(cart.value().toArray()); !lines.isEmpty())
            carts.insert(cart.key(), lines);
    }
    return carts;
}

ParkedSales parkedSales(const QString &text)
{
    ParkedSales parked;
    const QJsonArray all = noteOf(text).value(sync::parkedSalesKey).toArray();
    for (const QJsonValue &sale : all) {
        if (const QList<sync::SaleLineDraft> lines = linesOf(sale.toArray()); !lines.isEmpty())
            parked.append(lines);
    }
    return parked;
}

} // namespace crema
