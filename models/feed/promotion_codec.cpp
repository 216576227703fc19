// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/promotion_codec.h"

#include "models/base/enum_names.h"
#include "models/catalog/product_rules.h"
#include "models/feed/json_values.h"

#include <QCoreApplication>

#include <array>

namespace crema::codec {
namespace {

const QString malformed = QStringLiteral("entity.malformed");
constexpr qsizetype nameLength = 100;
constexpr qsizetype groupLength = 60;
constexpr qsizetype codeLength = 40;
constexpr qsizetype partCount = 10;
constexpr std::int64_t most = 1'000'000'000;

constexpr std::array targetNames{
    EnumName<PromotionTarget>{PromotionTarget::Lines, u"lines"},
    EnumName<PromotionTarget>{PromotionTarget::Cart, u"cart"},
};

QString unknownWord()
{
    return QCoreApplication::translate("crema::codec", "This word is not known here.");
}

QJsonValue optionalDate(const std::optional<QDate> &date)
{
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue();
}

std::optional<QDate> readOptionalDate(JsonFields &fields, const QString &name)
{
    return fields.has(name) ? std::optional(fields.date(name)) : std::nullopt;
}

QJsonObject articlesToJson(const ArticleSet &set)
{
    return {{QStringLiteral("categories"), idArray(set.categories)},
            {QStringLiteral("products"), idArray(set.products)},
            {QStringLiteral("variants"), idArray(set.variants)}};
}

/// What is left out names nothing.
ArticleSet readArticles(JsonFields &fields)
{
    const QString name = QStringLiteral("articles");
    JsonFields inner(fields.optionalObject(name).value_or(QJsonObject()), fields.path() + name + u'.');
    ArticleSet set;
    set.categories = inner.ids<CategoryId>(QStringLiteral("categories"), ArticleSet::maxEach);
    set.products = inner.ids<ProductId>(QStringLiteral("products"), ArticleSet::maxEach);
    set.variants = inner.ids<VariantId>(QStringLiteral("variants"), ArticleSet::maxEach);
    fields.add(inner.problems());
    return set;
}

QJsonValue optionalMinute(const std::optional<int> &minute)
{
    return minute ? QJsonValue(*minute) : QJsonValue();
}

std::optional<int> readMinute(JsonFields &fields, const QString &name)
{
    const auto minute = fields.optionalInteger(name, 0, 1'440);
    return minute ? std::optional(static_cast<int>(*minute)) : std::nullopt;
}

QJsonArray weekdaysToJson(const QList<int> &days)
{
    QJsonArray array;
    for (const int day : days)
        array.append(day);
    return array;
}

QList<int> readWeekdays(JsonFields &fields)
{
    const QString name = QStringLiteral("weekdays");
    QList<int> days;
    const QJsonArray array = fields.array(name, 7);
    for (const QJsonValue &value : array) {
        const int day = value.toInt();
        if (day < 1 || day > 7)
            fields.add(name, unknownWord());
        days.append(day);
    }
    return days;
}

QJsonObject conditionsToJson(const PromotionConditions &when)
{
    return {{QStringLiteral("articles"), articlesToJson(when.articles)},
            {QStringLiteral("customer_groups"), QJsonArray::fromStringList(when.customerGroups)},
            {QStringLiteral("from"), optionalDate(when.from)},
            {QStringLiteral("from_minute"), optionalMinute(when.fromMinute)},
            {QStringLiteral("locations"), idArray(when.locations)},
            {QStringLiteral("min_amount"), optionalMoney(when.minAmount)},
            {QStringLiteral("min_quantity"), qint64(when.minQuantity)},
            {QStringLiteral("until"), optionalDate(when.until)},
            {QStringLiteral("until_minute"), optionalMinute(when.untilMinute)},
            {QStringLiteral("weekdays"), weekdaysToJson(when.weekdays)}};
}

PromotionConditions readConditions(JsonFields &fields)
{
    const QString name = QStringLiteral("conditions");
    JsonFields inner(fields.optionalObject(name).value_or(QJsonObject()), name + u'.');
    PromotionConditions when;
    when.articles = readArticles(inner);
    when.customerGroups = inner.texts(QStringLiteral("customer_groups"), PromotionConditions::maxGroups, groupLength);
    when.from = readOptionalDate(inner, QStringLiteral("from"));
    when.fromMinute = readMinute(inner, QStringLiteral("from_minute"));
    when.locations = inner.ids<LocationId>(QStringLiteral("locations"), PromotionConditions::maxLocations);
    when.minAmount = readOptionalMoney(inner, QStringLiteral("min_amount"));
    when.minQuantity = inner.optionalInteger(QStringLiteral("min_quantity"), 0, Quantity::maxLine).value_or(0);
    when.until = readOptionalDate(inner, QStringLiteral("until"));
    when.untilMinute = readMinute(inner, QStringLiteral("until_minute"));
    when.weekdays = readWeekdays(inner);
    fields.add(inner.problems());
    return when;
}

QJsonArray partsToJson(const QList<BundlePart> &parts)
{
    QJsonArray array;
    for (const BundlePart &part : parts) {
        array.append(QJsonObject{{QStringLiteral("articles"), articlesToJson(part.articles)},
                                 {QStringLiteral("quantity"), qint64(part.quantity)}});
    }
    return array;
}

BundlePart readPart(JsonFields &fields)
{
    return {readArticles(fields), fields.integer(QStringLiteral("quantity"), 1, most)};
}

struct ActionWriter {
    QJsonObject operator()(const PercentOff &action) const
    {
        return {{QStringLiteral("kind"), QStringLiteral("percentage")},
                {QStringLiteral("rate"), action.tenThousandths},
                {QStringLiteral("target"), enumText(targetNames, action.target)}};
    }
    QJsonObject operator()(const AmountOff &action) const
    {
        return {{QStringLiteral("kind"), QStringLiteral("amount")},
                {QStringLiteral("off"), priceToJson(action.off)},
                {QStringLiteral("target"), enumText(targetNames, action.target)}};
    }
    QJsonObject operator()(const BuyGet &action) const
    {
        return {{QStringLiteral("at_most"), qint64(action.atMost)},
                {QStringLiteral("buy"), qint64(action.buy)},
                {QStringLiteral("get"), qint64(action.get)},
                {QStringLiteral("kind"), QStringLiteral("buy_get")},
                {QStringLiteral("rate"), action.tenThousandths}};
    }
    QJsonObject operator()(const BundleFor &action) const
    {
        return {{QStringLiteral("at_most"), qint64(action.atMost)},
                {QStringLiteral("kind"), QStringLiteral("bundle")},
                {QStringLiteral("parts"), partsToJson(action.parts)},
                {QStringLiteral("price"), moneyToJson(action.price)}};
    }
    QJsonObject operator()(const FreeItem &action) const
    {
        return {{QStringLiteral("articles"), articlesToJson(action.articles)},
                {QStringLiteral("kind"), QStringLiteral("free_item")},
                {QStringLiteral("quantity"), qint64(action.quantity)}};
    }
};

std::int32_t readShare(JsonFields &fields)
{
    return static_cast<std::int32_t>(fields.integer(QStringLiteral("rate"), 1, 10'000));
}

PromotionTarget readTarget(JsonFields &fields)
{
    const QString name = QStringLiteral("target");
    const auto target = enumFromText<PromotionTarget>(targetNames, fields.text(name, 1, 20));
    if (!target)
        fields.add(name, unknownWord());
    return target.value_or(PromotionTarget::Lines);
}

std::int64_t readAtMost(JsonFields &fields)
{
    return fields.optionalInteger(QStringLiteral("at_most"), 0, most).value_or(0);
}

BuyGet readBuyGet(JsonFields &fields)
{
    BuyGet action;
    action.buy = fields.integer(QStringLiteral("buy"), 0, most);
    action.get = fields.integer(QStringLiteral("get"), 1, most);
    action.tenThousandths = readShare(fields);
    action.atMost = readAtMost(fields);
    return action;
}

PromotionAction readKind(JsonFields &fields)
{
    const QString kind = fields.text(QStringLiteral("kind"), 1, 40);
    const QString quantity = QStringLiteral("quantity");
    if (kind == QLatin1String("percentage"))
        return PercentOff{readShare(fields), readTarget(fields)};
    if (kind == QLatin1String("amount"))
        return AmountOff{readPrice(fields, QStringLiteral("off")), readTarget(fields)};
    if (kind == QLatin1String("buy_get"))
        return readBuyGet(fields);
    if (kind == QLatin1String("bundle")) {
        return BundleFor{readList(fields, QStringLiteral("parts"), partCount, &readPart),
                         readMoney(fields, QStringLiteral("price")), readAtMost(fields)};
    }
    if (kind == QLatin1String("free_item"))
        return FreeItem{readArticles(fields), fields.integer(quantity, 1, most)};
    fields.add(QStringLiteral("kind"), unknownWord());
    return {};
}

PromotionAction readAction(JsonFields &fields)
{
    const QString name = QStringLiteral("action");
    JsonFields inner(fields.object(name), name + u'.');
    PromotionAction action = readKind(inner);
    fields.add(inner.problems());
    return action;
}

QJsonArray couponsToJson(const QList<Coupon> &coupons)
{
    QJsonArray array;
    for (const Coupon &coupon : coupons) {
        array.append(
            QJsonObject{{QStringLiteral("code"), coupon.code}, {QStringLiteral("limit"), qint64(coupon.limit)}});
    }
    return array;
}

Coupon readCoupon(JsonFields &fields)
{
    return {fields.text(QStringLiteral("code"), 1, codeLength),
            fields.optionalInteger(QStringLiteral("limit"), 0, most).value_or(0)};
}

QJsonArray pricesToJson(const QList<ListedPrice> &prices)
{
    QJsonArray array;
    for (const ListedPrice &each : prices) {
        array.append(QJsonObject{{QStringLiteral("from_quantity"), qint64(each.fromQuantity)},
                                 {QStringLiteral("price"), priceToJson(each.price)},
                                 {QStringLiteral("variant"), each.variant.toString()}});
    }
    return array;
}

ListedPrice readListedPrice(JsonFields &fields)
{
    ListedPrice listed;
    listed.variant = fields.id<VariantId>(QStringLiteral("variant"));
    listed.fromQuantity = fields.optionalInteger(QStringLiteral("from_quantity"), 1, Quantity::maxLine).value_or(1);
    listed.price = readPrice(fields, QStringLiteral("price"));
    return listed;
}

} // namespace

QJsonObject toJson(const Promotion &promotion)
{
    return {{QStringLiteral("action"), std::visit(ActionWriter(), promotion.action)},
            {QStringLiteral("conditions"), conditionsToJson(promotion.conditions)},
            {QStringLiteral("coupons"), couponsToJson(promotion.coupons)},
            {QStringLiteral("disabled"), promotion.disabled},
            {QStringLiteral("exclusive"), promotion.exclusive},
            {QStringLiteral("id"), promotion.id.toString()},
            {QStringLiteral("name"), promotion.name},
            {QStringLiteral("priority"), promotion.priority}};
}

Result<Promotion> readPromotion(const QJsonObject &json)
{
    JsonFields fields(json);
    Promotion promotion;
    promotion.id = fields.id<PromotionId>(QStringLiteral("id"));
    promotion.name = fields.text(QStringLiteral("name"), 1, nameLength);
    promotion.disabled = fields.booleanOr(QStringLiteral("disabled"), false);
    promotion.exclusive = fields.booleanOr(QStringLiteral("exclusive"), false);
    promotion.priority = static_cast<int>(
        fields.optionalInteger(QStringLiteral("priority"), -Promotion::maxPriority, Promotion::maxPriority)
            .value_or(0));
    promotion.conditions = readConditions(fields);
    promotion.action = readAction(fields);
    promotion.coupons = readList(fields, QStringLiteral("coupons"), Promotion::maxCoupons, &readCoupon);
    return fields.result(promotion, malformed);
}

QJsonObject toJson(const PriceList &list)
{
    return {{QStringLiteral("customer_groups"), QJsonArray::fromStringList(list.customerGroups)},
            {QStringLiteral("disabled"), list.disabled},
            {QStringLiteral("from"), optionalDate(list.from)},
            {QStringLiteral("id"), list.id.toString()},
            {QStringLiteral("locations"), idArray(list.locations)},
            {QStringLiteral("name"), list.name},
            {QStringLiteral("only_by_name"), list.onlyByName},
            {QStringLiteral("prices"), pricesToJson(list.prices)},
            {QStringLiteral("until"), optionalDate(list.until)}};
}

Result<PriceList> readPriceList(const QJsonObject &json)
{
    JsonFields fields(json);
    PriceList list;
    list.id = fields.id<PriceListId>(QStringLiteral("id"));
    list.name = fields.text(QStringLiteral("name"), 1, nameLength);
    list.disabled = fields.booleanOr(QStringLiteral("disabled"), false);
    list.onlyByName = fields.booleanOr(QStringLiteral("only_by_name"), false);
    list.customerGroups = fields.texts(QStringLiteral("customer_groups"), PriceList::maxGroups, groupLength);
    list.locations = fields.ids<LocationId>(QStringLiteral("locations"), PriceList::maxLocations);
    list.from = readOptionalDate(fields, QStringLiteral("from"));
    list.until = readOptionalDate(fields, QStringLiteral("until"));
    list.prices = readList(fields, QStringLiteral("prices"), PriceList::maxPrices, &readListedPrice);
    return fields.result(list, malformed);
}

} // namespace crema::codec
