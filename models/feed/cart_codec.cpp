// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/cart_codec.h"

#include "models/feed/json_values.h"
#include "models/feed/selling_limits.h"
#include "models/money/money_json.h"
#include "models/pricing/pricing_occasion.h"

#include <QCoreApplication>

namespace crema::codec {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::codec)
};

QJsonArray discountArray(const QList<Discount> &discounts)
{
    QJsonArray array;
    for (const Discount &discount : discounts) {
        array.append(
            QJsonObject{{QStringLiteral("amount"), optionalMoney(discount.amount)},
                        {QStringLiteral("label"), discount.label},
                        {QStringLiteral("rate"),
                         discount.tenThousandths ? QJsonValue(qint64(*discount.tenThousandths)) : QJsonValue()}});
    }
    return array;
}

Discount readCartDiscount(JsonFields &fields)
{
    Discount discount;
    discount.label = fields.text(QStringLiteral("label"), 0, limit::label);
    if (const auto rate = fields.optionalInteger(QStringLiteral("rate"), 1, TaxRate::maximum))
        discount.tenThousandths = static_cast<std::int32_t>(*rate);
    discount.amount = readOptionalMoney(fields, QStringLiteral("amount"));
    if (discount.tenThousandths.has_value() == discount.amount.has_value())
        fields.add(QStringLiteral("rate"), Texts::tr("A discount is either a rate or an amount."));
    return discount;
}

QJsonObject offCatalogObject(const OffCatalog &what)
{
    return {{QStringLiteral("name"), what.name}, {QStringLiteral("tax_class"), what.taxClass.toString()}};
}

std::optional<OffCatalog> readOffCatalog(JsonFields &fields)
{
    const auto json = fields.optionalObject(QStringLiteral("off_catalog"));
    if (!json)
        return std::nullopt;
    JsonFields inner(*json, fields.path() + QStringLiteral("off_catalog."));
    const OffCatalog what{inner.text(QStringLiteral("name"), 1, OffCatalog::longestName),
                          inner.id<TaxClassId>(QStringLiteral("tax_class"))};
    fields.add(inner.problems());
    return what;
}

QJsonArray lineArray(const QList<ParkedLine> &lines)
{
    QJsonArray array;
    for (const ParkedLine &line : lines) {
        QJsonObject object{{QStringLiteral("discounts"), discountArray(line.discounts)},
                           {QStringLiteral("note"), line.note},
                           {QStringLiteral("price"), line.price ? QJsonValue(priceToJson(*line.price)) : QJsonValue()},
                           {QStringLiteral("quantity"), qint64(line.quantity.units())},
                           {QStringLiteral("variant"), line.variant.toString()}};
        if (!line.modifiers.isEmpty())
            object.insert(QStringLiteral("modifiers"), idArray(line.modifiers));
        if (line.offCatalog)
            object.insert(QStringLiteral("off_catalog"), offCatalogObject(*line.offCatalog));
        array.append(object);
    }
    return array;
}

ParkedLine readParkedLine(JsonFields &fields)
{
    ParkedLine line;
    line.variant = fields.id<VariantId>(QStringLiteral("variant"));
    line.quantity = Quantity(fields.integer(QStringLiteral("quantity"), 1, Quantity::maxLine));
    if (fields.has(QStringLiteral("price")))
        line.price = readPrice(fields, QStringLiteral("price"));
    line.discounts = readList(fields, QStringLiteral("discounts"), limit::discounts, &readCartDiscount);
    line.note = fields.text(QStringLiteral("note"), 0, limit::note);
    line.modifiers = fields.ids<ModifierId>(QStringLiteral("modifiers"), limit::modifiers);
    line.offCatalog = readOffCatalog(fields);
    if (line.offCatalog && !line.price)
        fields.add(QStringLiteral("price"), Texts::tr("What is not in the catalog has no price but this one."));
    return line;
}

QJsonValue endValue(const std::optional<CartEnd> &end)
{
    if (!end)
        return {};
    return QJsonObject{{QStringLiteral("at"), end->at.toString()},
                       {QStringLiteral("by"), optionalId(end->by)},
                       {QStringLiteral("register"), end->registerId.toString()}};
}

std::optional<CartEnd> readEnd(JsonFields &fields)
{
    const auto json = fields.optionalObject(QStringLiteral("end"));
    if (!json)
        return std::nullopt;
    JsonFields inner(*json, fields.path() + QStringLiteral("end."));
    const CartEnd end{inner.id<RegisterId>(QStringLiteral("register")),
                      inner.optionalId<PersonId>(QStringLiteral("by")), inner.time(QStringLiteral("at"))};
    fields.add(inner.problems());
    return end;
}

} // namespace

QJsonObject toJson(const ParkedCart &cart)
{
    QJsonObject object{{QStringLiteral("at"), cart.at.toString()},
                       {QStringLiteral("by"), optionalId(cart.by)},
                       {QStringLiteral("customer"), optionalId(cart.customer)},
                       {QStringLiteral("discounts"), discountArray(cart.discounts)},
                       {QStringLiteral("end"), endValue(cart.end)},
                       {QStringLiteral("id"), cart.id.toString()},
                       {QStringLiteral("lines"), lineArray(cart.lines)},
                       {QStringLiteral("location"), cart.location.toString()},
                       {QStringLiteral("name"), cart.name},
                       {QStringLiteral("note"), cart.note},
                       {QStringLiteral("register"), cart.registerId.toString()},
                       {QStringLiteral("state"), cartStateText(cart.state)},
                       {QStringLiteral("total"), optionalMoney(cart.total)}};
    if (!cart.coupons.isEmpty())
        object.insert(QStringLiteral("coupons"), QJsonArray::fromStringList(cart.coupons));
    if (!cart.customerNote.isEmpty())
        object.insert(QStringLiteral("customer_note"), cart.customerNote);
    if (cart.points != 0)
        object.insert(QStringLiteral("points"), qint64(cart.points));
    return object;
}

void readCartContent(JsonFields &fields, ParkedCart &cart)
{
    cart.name = fields.text(QStringLiteral("name"), 0, limit::label);
    cart.lines = readList(fields, QStringLiteral("lines"), limit::lines, &readParkedLine);
    cart.discounts = readList(fields, QStringLiteral("discounts"), limit::discounts, &readCartDiscount);
    cart.customer = fields.optionalId<CustomerId>(QStringLiteral("customer"));
    cart.note = fields.text(QStringLiteral("note"), 0, limit::note);
    cart.total = readOptionalMoney(fields, QStringLiteral("total"));
    cart.coupons = fields.texts(QStringLiteral("coupons"), maxShownCoupons, limit::coupon);
    cart.customerNote = fields.optionalText(QStringLiteral("customer_note"), limit::note).value_or(QString());
    cart.points = fields.optionalInteger(QStringLiteral("points"), 1, limit::points).value_or(0);
}

Result<ParkedCart> readParkedCart(const QJsonObject &json)
{
    JsonFields fields(json);
    ParkedCart cart;
    readCartContent(fields, cart);
    cart.id = fields.id<ParkedCartId>(QStringLiteral("id"));
    cart.location = fields.id<LocationId>(QStringLiteral("location"));
    cart.registerId = fields.id<RegisterId>(QStringLiteral("register"));
    cart.by = fields.optionalId<PersonId>(QStringLiteral("by"));
    cart.at = fields.time(QStringLiteral("at"));
    const auto state = cartStateFromText(fields.text(QStringLiteral("state"), 1, 40));
    if (!state)
        fields.add(QStringLiteral("state"), Texts::tr("This word is not known here."));
    cart.state = state.value_or(CartState::Parked);
    cart.end = readEnd(fields);
    if (cart.end.has_value() != (cart.state != CartState::Parked))
        fields.add(QStringLiteral("end"), Texts::tr("A cart that ended says who ended it, and no other one does."));
    return fields.result(cart, QStringLiteral("entity.malformed"));
}

} // namespace crema::codec
