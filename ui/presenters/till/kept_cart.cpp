// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/kept_cart.h"

#include "models/pricing/pricing_occasion.h"
#include "sync/client/open_cart_note.h"
#include "ui/presenters/till/kept_return.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace crema {

namespace {

const QLatin1String variantKey("variant");
const QLatin1String quantityKey("quantity");
const QLatin1String priceKey("price");
const QLatin1String minorKey("minor");
const QLatin1String currencyKey("currency");
const QLatin1String perKey("per");
const QLatin1String linesKey("lines");
const QLatin1String discountsKey("discounts");
const QLatin1String labelKey("label");
const QLatin1String rateKey("rate");
const QLatin1String noteKey("note");
const QLatin1String customerKey("customer");
const QLatin1String customerNoteKey("customer_note");
const QLatin1String nameKey("name");
const QLatin1String parkedAtKey("parked_at");
const QLatin1String paidKey("paid");
const QLatin1String methodKey("method");
const QLatin1String backKey("back");
const QLatin1String modifiersKey("modifiers");
const QLatin1String giftCardKey("gift_card");
const QLatin1String tipKey("tip");
const QLatin1String cardKey("card");
const QLatin1String originKey("cart");
const QLatin1String offCatalogKey("off_catalog");
const QLatin1String taxClassKey("tax_class");
const QLatin1String couponsKey("coupons");
const QLatin1String pointsKey("points");
const QLatin1String intentKey("intent");
const QLatin1String awaitedKey("awaited");

QJsonArray arrayOf(const QList<sync::DiscountDraft> &discounts)
{
    QJsonArray array;
    for (const sync::DiscountDraft &discount : discounts) {
        QJsonObject object{{labelKey, discount.label}};
        if (discount.tenThousandths)
            object.insert(rateKey, *discount.tenThousandths);
        if (discount.amount) {
            object.insert(minorKey, qint64(discount.amount->minor()));
            object.insert(currencyKey, discount.amount->currency().code());
        }
        array.append(object);
    }
    return array;
}

QList<sync::DiscountDraft> discountsOf(const QJsonArray &array)
{
    QList<sync::DiscountDraft> discounts;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        sync::DiscountDraft discount;
        discount.label = object.value(labelKey).toString();
        if (const int rate = object.value(rateKey).toInt(); rate > 0)
            discount.tenThousandths = rate;
        else if (const auto currency = Currency::fromCode(object.value(currencyKey).toString()))
            discount.amount = Money(object.value(minorKey).toInteger(), *currency);
        if (discount.tenThousandths || discount.amount)
            discounts.append(discount);
    }
    return discounts;
}

QJsonArray arrayOf(const QList<Tender> &paid)
{
    QJsonArray array;
    for (const Tender &tender : paid) {
        QJsonObject object{{methodKey, paymentMethodText(tender.method)},
                           {minorKey, qint64(tender.amount.minor())},
                           {currencyKey, tender.amount.currency().code()}};
        if (!tender.tip.isZero())
            object.insert(tipKey, qint64(tender.tip.minor()));
        if (tender.card)
            object.insert(cardKey, QJsonArray{tender.card->brand, tender.card->reference});
        if (tender.giftCard)
            object.insert(giftCardKey, tender.giftCard->toString());
        if (tender.intent)
            object.insert(intentKey, tender.intent->toString());
        array.append(object);
    }
    return array;
}

QList<Tender> tendersOf(const QJsonArray &array)
{
    QList<Tender> tenders;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const std::optional<PaymentMethod> method = paymentMethodFromText(object.value(methodKey).toString());
        const std::optional<Currency> currency = Currency::fromCode(object.value(currencyKey).toString());
        const qint64 minor = object.value(minorKey).toInteger();
        const qint64 tip = object.value(tipKey).toInteger();
        if (!method || !currency || minor <= 0)
            continue;
        Tender tender{*method, Money(minor, *currency)};
        if (tip > 0 && tip <= minor)
            tender.tip = Money(tip, *currency);
        if (const QJsonArray card = object.value(cardKey).toArray(); !card.isEmpty())
            tender.card = CardSlip{card.at(0).toString(), card.at(1).toString()};
        tender.giftCard = GiftCardId::fromString(object.value(giftCardKey).toString());
        tender.intent = PaymentIntentId::fromString(object.value(intentKey).toString());
        tenders.append(tender);
    }
    return tenders;
}

QJsonObject objectOf(const sync::SaleLineDraft &line)
{
    QJsonObject object{{variantKey, line.variant.toString()}, {quantityKey, qint64(line.quantity.units())}};
    if (line.price) {
        object.insert(priceKey, QJsonObject{{minorKey, qint64(line.price->amount.minor())},
                                            {currencyKey, line.price->amount.currency().code()},
                                            {perKey, qint64(line.price->per)}});
    }
    if (!line.discounts.isEmpty())
        object.insert(discountsKey, arrayOf(line.discounts));
    if (!line.note.isEmpty())
        object.insert(noteKey, line.note);
    QJsonArray modifiers;
    for (const ModifierId &modifier : line.modifiers)
        modifiers.append(modifier.toString());
    if (!modifiers.isEmpty())
        object.insert(modifiersKey, modifiers);
    if (line.offCatalog) {
        object.insert(offCatalogKey, QJsonObject{{nameKey, line.offCatalog->name},
                                                 {taxClassKey, line.offCatalog->taxClass.toString()}});
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
    line.discounts = discountsOf(object.value(discountsKey).toArray());
    line.note = object.value(noteKey).toString();
    const QJsonArray modifiers = object.value(modifiersKey).toArray();
    for (const QJsonValue &modifier : modifiers)
        line.modifiers.append(ModifierId::fromString(modifier.toString()).value_or(ModifierId()));
    if (const QJsonObject what = object.value(offCatalogKey).toObject(); !what.isEmpty()) {
        const auto taxClass = TaxClassId::fromString(what.value(taxClassKey).toString());
        line.offCatalog = OffCatalog{what.value(nameKey).toString(), taxClass.value_or(TaxClassId())};
    }
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

/// What is no code is left out, and what is there twice or too much.
QStringList couponsOf(const QJsonArray &array)
{
    QStringList coupons;
    for (const QJsonValue &value : array) {
        const QString code = couponCode(value.toString());
        if (!code.isEmpty() && !coupons.contains(code) && coupons.size() < maxShownCoupons)
            coupons.append(code);
    }
    return coupons;
}

QJsonValue valueOf(const KeptSale &sale)
{
    QJsonObject object;
    if (!sale.discounts.isEmpty())
        object.insert(discountsKey, arrayOf(sale.discounts));
    if (sale.customer)
        object.insert(customerKey, sale.customer->toString());
    if (!sale.note.isEmpty())
        object.insert(noteKey, sale.note);
    if (!sale.customerNote.isEmpty())
        object.insert(customerNoteKey, sale.customerNote);
    if (!sale.name.isEmpty())
        object.insert(nameKey, sale.name);
    if (sale.parkedAt)
        object.insert(parkedAtKey, sale.parkedAt->toString());
    if (!sale.paid.isEmpty())
        object.insert(paidKey, arrayOf(sale.paid));
    if (!sale.back.isEmpty())
        object.insert(backKey, keptReturnObject(sale.back));
    if (sale.awaited)
        object.insert(awaitedKey, sale.awaited->toString());
    if (sale.origin)
        object.insert(originKey, sale.origin->toString());
    if (!sale.coupons.isEmpty())
        object.insert(couponsKey, QJsonArray::fromStringList(sale.coupons));
    if (sale.points != 0)
        object.insert(pointsKey, qint64(sale.points));
    if (object.isEmpty())
        return arrayOf(sale.lines);
    object.insert(linesKey, arrayOf(sale.lines));
    return object;
}

KeptSale saleOf(const QJsonValue &value)
{
    if (value.isArray())
        return {linesOf(value.toArray())};
    const QJsonObject object = value.toObject();
    KeptSale sale{linesOf(object.value(linesKey).toArray())};
    sale.discounts = discountsOf(object.value(discountsKey).toArray());
    sale.customer = CustomerId::fromString(object.value(customerKey).toString());
    sale.note = object.value(noteKey).toString();
    sale.customerNote = object.value(customerNoteKey).toString();
    sale.name = object.value(nameKey).toString();
    sale.parkedAt = UtcTime::fromString(object.value(parkedAtKey).toString());
    sale.paid = tendersOf(object.value(paidKey).toArray());
    sale.back = keptReturn(object.value(backKey).toObject());
    sale.awaited = PaymentIntentId::fromString(object.value(awaitedKey).toString());
    sale.origin = ParkedCartId::fromString(object.value(originKey).toString());
    sale.coupons = couponsOf(object.value(couponsKey).toArray());
    sale.points = std::max<qint64>(object.value(pointsKey).toInteger(), 0);
    return sale;
}

QJsonObject noteOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

sync::SaleDraft KeptSale::draft() const
{
    sync::SaleDraft draft;
    draft.lines = lines;
    draft.discounts = discounts;
    draft.customer = customer;
    draft.note = note;
    draft.customerNote = customerNote;
    draft.coupons = coupons;
    draft.points = points;
    return draft;
}

QString keptCartsText(const KeptCarts &carts, const ParkedSales &parked)
{
    QJsonObject all;
    for (auto cart = carts.cbegin(); cart != carts.cend(); ++cart) {
        if (!cart.value().isEmpty())
            all.insert(cart.key(), valueOf(cart.value()));
    }
    QJsonArray sales;
    for (const KeptSale &sale : parked)
        sales.append(valueOf(sale));
    QJsonObject note;
    if (!all.isEmpty())
        note.insert(sync::openCartsKey, all);
    if (!sales.isEmpty())
        note.insert(sync::parkedSalesKey, sales);
    return note.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(note).toJson(QJsonDocument::Compact));
}

KeptCarts keptCarts(const QString &text)
{
    KeptCarts carts;
    const QJsonObject all = noteOf(text).value(sync::openCartsKey).toObject();
    for (auto cart = all.constBegin(); cart != all.constEnd(); ++cart) {
        if (const KeptSale sale = saleOf(cart.value()); !sale.isEmpty())
            carts.insert(cart.key(), sale);
    }
    return carts;
}

ParkedSales parkedSales(const QString &text)
{
    ParkedSales parked;
    const QJsonArray all = noteOf(text).value(sync::parkedSalesKey).toArray();
    for (const QJsonValue &value : all) {
        if (const KeptSale sale = saleOf(value); !sale.isEmpty())
            parked.append(sale);
    }
    return parked;
}

} // namespace crema
