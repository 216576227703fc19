// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/kept_return.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace crema {

namespace {

const QLatin1String saleKey("sale");
const QLatin1String numberKey("number");
const QLatin1String toKey("to");
const QLatin1String giftCardKey("gift_card");
const QLatin1String linesKey("lines");
const QLatin1String lineKey("line");
const QLatin1String withoutReceiptKey("without_receipt");
const QLatin1String variantKey("variant");
const QLatin1String quantityKey("quantity");
const QLatin1String priceKey("price");
const QLatin1String perKey("per");
const QLatin1String feeKey("fee");
const QLatin1String minorKey("minor");
const QLatin1String currencyKey("currency");
const QLatin1String restockKey("restock");
const QLatin1String reasonKey("reason");

struct WayName {
    RefundTo way;
    QLatin1String name;
};

/// Nothing is said of money that goes back as it came.
constexpr std::array wayNames{
    WayName{RefundTo::Cash, QLatin1String("cash")},
    WayName{RefundTo::GiftCard, QLatin1String("gift_card")},
    WayName{RefundTo::StoreCredit, QLatin1String("store_credit")},
};

RefundTo wayOf(const QString &text)
{
    const auto known = std::ranges::find_if(wayNames, [&text](const WayName &each) { return text == each.name; });
    return known == wayNames.end() ? RefundTo::Original : known->way;
}

QJsonObject objectOf(const Money &money)
{
    return {{minorKey, qint64(money.minor())}, {currencyKey, money.currency().code()}};
}

std::optional<Money> moneyOf(const QJsonObject &object)
{
    const std::optional<Currency> currency = Currency::fromCode(object.value(currencyKey).toString());
    return currency ? std::optional(Money(object.value(minorKey).toInteger(), *currency)) : std::nullopt;
}

/// What a line by a receipt and one without have in common.
template<typename Line>
QJsonObject objectOf(const Line &line)
{
    QJsonObject object{{quantityKey, qint64(line.quantity.units())}, {restockKey, line.restock}};
    if (line.fee)
        object.insert(feeKey, objectOf(*line.fee));
    if (!line.reason.isEmpty())
        object.insert(reasonKey, line.reason);
    return object;
}

template<typename Line>
bool read(Line &line, const QJsonObject &object)
{
    const qint64 units = object.value(quantityKey).toInteger();
    line.quantity = Quantity(units);
    line.fee = moneyOf(object.value(feeKey).toObject());
    line.restock = object.value(restockKey).toBool(true);
    line.reason = object.value(reasonKey).toString();
    return units > 0 && units <= Quantity::maxLine;
}

QJsonArray arrayOf(const QList<ReturnPick> &picks)
{
    QJsonArray array;
    for (const ReturnPick &pick : picks) {
        QJsonObject object = objectOf<ReturnPick>(pick);
        object.insert(lineKey, pick.line);
        array.append(object);
    }
    return array;
}

QList<ReturnPick> picksOf(const QJsonArray &array)
{
    QList<ReturnPick> picks;
    for (const QJsonValue &value : array) {
        ReturnPick pick;
        pick.line = value.toObject().value(lineKey).toInt(-1);
        if (read(pick, value.toObject()) && pick.line >= 0)
            picks.append(pick);
    }
    return picks;
}

QJsonArray arrayOf(const QList<sync::UnreceiptedDraft> &drafts)
{
    QJsonArray array;
    for (const sync::UnreceiptedDraft &draft : drafts) {
        QJsonObject object = objectOf<sync::UnreceiptedDraft>(draft);
        object.insert(variantKey, draft.variant.toString());
        if (draft.price) {
            QJsonObject price = objectOf(draft.price->amount);
            price.insert(perKey, qint64(draft.price->per));
            object.insert(priceKey, price);
        }
        array.append(object);
    }
    return array;
}

QList<sync::UnreceiptedDraft> draftsOf(const QJsonArray &array)
{
    QList<sync::UnreceiptedDraft> drafts;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const std::optional<VariantId> variant = VariantId::fromString(object.value(variantKey).toString());
        sync::UnreceiptedDraft draft;
        if (!variant || !read(draft, object))
            continue;
        draft.variant = *variant;
        const QJsonObject price = object.value(priceKey).toObject();
        const qint64 per = price.value(perKey).toInteger();
        if (const std::optional<Money> amount = moneyOf(price); amount && per > 0)
            draft.price = Price{*amount, per};
        drafts.append(draft);
    }
    return drafts;
}

} // namespace

QJsonObject keptReturnObject(const TillReturn &back)
{
    QJsonObject object;
    if (back.draft.sale && !back.draft.lines.isEmpty()) {
        object.insert(saleKey, back.draft.sale->toString());
        object.insert(numberKey, back.number);
        object.insert(linesKey, arrayOf(back.draft.lines));
        if (const auto way = std::ranges::find(wayNames, back.draft.to, &WayName::way); way != wayNames.end())
            object.insert(toKey, way->name);
        if (back.draft.giftCard)
            object.insert(giftCardKey, back.draft.giftCard->toString());
    }
    if (!back.draft.withoutReceipt.isEmpty())
        object.insert(withoutReceiptKey, arrayOf(back.draft.withoutReceipt));
    return object;
}

TillReturn keptReturn(const QJsonObject &object)
{
    TillReturn back;
    back.draft.withoutReceipt = draftsOf(object.value(withoutReceiptKey).toArray());
    const std::optional<SaleId> sale = SaleId::fromString(object.value(saleKey).toString());
    const QList<ReturnPick> picks = picksOf(object.value(linesKey).toArray());
    if (!sale || picks.isEmpty())
        return back;
    back.draft.sale = sale;
    back.draft.lines = picks;
    back.draft.to = wayOf(object.value(toKey).toString());
    back.draft.giftCard = GiftCardId::fromString(object.value(giftCardKey).toString());
    back.number = object.value(numberKey).toString();
    return back;
}

} // namespace crema
