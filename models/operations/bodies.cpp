// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/bodies.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/feed/cart_codec.h"
#include "models/feed/cash_codec.h"
#include "models/feed/selling_writer.h"
#include "models/money/money_json.h"
#include "models/people/role_rules.h"
#include "models/settings/setting.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::body {
namespace {

const QString malformed = QStringLiteral("operation.malformed");
const QString idName = QStringLiteral("id");

QJsonObject without(QJsonObject object, const QStringList &names)
{
    for (const QString &name : names)
        object.remove(name);
    return object;
}

QJsonObject withSubject(const Operation &operation)
{
    QJsonObject object = operation.body;
    object.insert(idName, operation.subject.id.toString(QUuid::WithoutBraces));
    return object;
}

/// What the operation says itself goes back into the sale.
QJsonObject saleDocument(const Operation &operation)
{
    QJsonObject object = withSubject(operation);
    object.insert(QStringLiteral("location"),
                  operation.location ? QJsonValue(operation.location->toString()) : QJsonValue());
    object.insert(QStringLiteral("register"),
                  operation.registerId ? QJsonValue(operation.registerId->toString()) : QJsonValue());
    object.insert(QStringLiteral("cashier"), operation.actor ? QJsonValue(operation.actor->toString()) : QJsonValue());
    object.insert(QStringLiteral("completed_at"), operation.occurredAt.toString());
    return object;
}

bool isGivenByRule(const SaleDiscount &discount)
{
    return discount.promotion || !discount.coupon.isEmpty();
}

bool isOfSchema3(const SaleLine &line)
{
    return !line.modifiers.isEmpty() || line.giftCard || std::ranges::any_of(line.discounts, &isGivenByRule);
}

bool takesPoints(const SaleDiscount &discount)
{
    return discount.points != 0;
}

bool isOfSchema4(const SaleLine &line)
{
    return line.bundle || std::ranges::any_of(line.discounts, &takesPoints);
}

/// Points, online payments and bundles came with the fourth (ADR 061, ADR 062, ADR 064).
bool isOfSchema4(const Sale &sale)
{
    const auto isOnline = [](const Payment &payment) {
        return payment.intent || payment.method == PaymentMethod::Online;
    };
    const auto movesPoints = [](const ReturnedLine &line) { return line.points != 0; };
    return sale.points != 0 || std::ranges::any_of(sale.returns, movesPoints) ||
           std::ranges::any_of(sale.discounts, &takesPoints) || std::ranges::any_of(sale.payments, isOnline) ||
           std::ranges::any_of(sale.lines, [](const SaleLine &line) { return isOfSchema4(line); });
}

bool isPaidOtherwise(const Payment &payment)
{
    return payment.card || payment.giftCard || !payment.tip.isZero() || payment.method == PaymentMethod::StoreCredit;
}

/// Readers of entities speak of entities; here the operation is what cannot be read.
template<class Value>
Result<Value> asOperation(Result<Value> value)
{
    if (!value)
        value.error().code = malformed;
    return value;
}

} // namespace

QJsonObject toJson(const ShiftOpen &body)
{
    return {{QStringLiteral("business_day"), body.businessDay.toString(Qt::ISODate)},
            {QStringLiteral("float"), moneyToJson(body.floatAmount)}};
}

Result<ShiftOpen> readShiftOpen(const Operation &operation)
{
    JsonFields fields(operation.body);
    const ShiftOpen body{readMoney(fields, QStringLiteral("float")), fields.date(QStringLiteral("business_day"))};
    if (body.floatAmount.isNegative())
        fields.add(QStringLiteral("float"),
                   QCoreApplication::translate("crema::body", "The float cannot be below zero."));
    return fields.result(body, malformed);
}

int ShiftClose::schema() const
{
    const auto isOfSchema3 = [](const MethodTotal &each) {
        return !each.tips.isZero() || each.method == PaymentMethod::StoreCredit;
    };
    const auto isOnline = [](const MethodTotal &each) { return each.method == PaymentMethod::Online; };
    if (z && std::ranges::any_of(z->figures.byMethod, isOnline))
        return 4;
    if (z && (!z->figures.giftCards.isZero() || std::ranges::any_of(z->figures.byMethod, isOfSchema3)))
        return 3;
    return z || !pieces.isEmpty() ? 2 : 1;
}

QJsonObject toJson(const ShiftClose &body)
{
    QJsonObject json{{QStringLiteral("counted"), moneyToJson(body.counted)},
                     {QStringLiteral("expected"), moneyToJson(body.expected)},
                     {QStringLiteral("from"), QStringLiteral("open")}};
    if (!body.pieces.isEmpty())
        json.insert(QStringLiteral("pieces"), codec::toJson(body.pieces));
    if (body.z)
        json.insert(QStringLiteral("z"), codec::toJson(*body.z));
    return json;
}

Result<ShiftClose> readShiftClose(const Operation &operation)
{
    JsonFields fields(operation.body);
    ShiftClose body{readMoney(fields, QStringLiteral("counted")), readMoney(fields, QStringLiteral("expected"))};
    body.pieces = codec::readPieces(fields, QStringLiteral("pieces"));
    if (const auto z = fields.optionalObject(QStringLiteral("z")))
        body.z = codec::readShiftZ(fields, *z);
    if (body.counted.currency() != body.expected.currency() ||
        (body.z && body.z->perpetual.currency() != body.counted.currency()))
        fields.add(QStringLiteral("expected"),
                   QCoreApplication::translate("crema::body", "Both amounts need one currency."));
    return fields.result(body, malformed);
}

QJsonObject toJson(const CashMovement &movement)
{
    return without(codec::toJson(movement), {QStringLiteral("at"), QStringLiteral("by"), idName,
                                             QStringLiteral("location"), QStringLiteral("register")});
}

Result<CashMovement> readCashMove(const Operation &operation)
{
    JsonFields fields(operation.body);
    CashMovement movement;
    codec::readMovementMembers(fields, movement);
    movement.id = CashMovementId(operation.subject.id);
    movement.location = operation.location.value_or(LocationId());
    movement.registerId = operation.registerId.value_or(RegisterId());
    movement.by = operation.actor;
    movement.at = operation.occurredAt;
    return fields.result(movement, malformed);
}

QJsonObject toJson(const ParkedCart &cart)
{
    return without(codec::toJson(cart),
                   {QStringLiteral("at"), QStringLiteral("by"), QStringLiteral("end"), idName,
                    QStringLiteral("location"), QStringLiteral("register"), QStringLiteral("state")});
}

int schemaOf(const ParkedCart &cart)
{
    const auto isOfSchema2 = [](const ParkedLine &line) { return !line.modifiers.isEmpty() || line.offCatalog; };
    const bool isMore = !cart.coupons.isEmpty() || cart.points != 0 || !cart.customerNote.isEmpty();
    return isMore || std::ranges::any_of(cart.lines, isOfSchema2) ? 2 : 1;
}

Result<ParkedCart> readCartPark(const Operation &operation)
{
    JsonFields fields(operation.body);
    ParkedCart cart;
    codec::readCartContent(fields, cart);
    cart.id = ParkedCartId(operation.subject.id);
    cart.location = operation.location.value_or(LocationId());
    cart.registerId = operation.registerId.value_or(RegisterId());
    cart.by = operation.actor;
    cart.at = operation.occurredAt;
    return fields.result(cart, malformed);
}

QJsonObject toJson(const StockAdjust &body)
{
    return {{QStringLiteral("delta"), qint64(body.delta.units())},
            {QStringLiteral("note"), body.note},
            {QStringLiteral("reason"), movementReasonText(body.reason)},
            {QStringLiteral("variant"), body.variant.toString()}};
}

Result<StockAdjust> readStockAdjust(const Operation &operation)
{
    JsonFields fields(operation.body);
    StockAdjust body;
    body.variant = fields.id<VariantId>(QStringLiteral("variant"));
    body.delta = Quantity(fields.integer(QStringLiteral("delta"), -Quantity::maxLine, Quantity::maxLine));
    const auto reason = movementReasonFromText(fields.text(QStringLiteral("reason"), 1, 40));
    if (!reason)
        fields.add(QStringLiteral("reason"),
                   QCoreApplication::translate("crema::body", "This reason is not known here."));
    body.reason = reason.value_or(MovementReason::Adjustment);
    body.note = fields.text(QStringLiteral("note"), 0, 1000);
    if (body.delta.isZero())
        fields.add(QStringLiteral("delta"),
                   QCoreApplication::translate("crema::body", "A change of zero changes nothing."));
    return fields.result(body, malformed);
}

QJsonObject toJson(const Sale &sale)
{
    return codec::bodyToJson(sale);
}

int schemaOf(const Sale &sale)
{
    if (!sale.customerNote.isEmpty())
        return 5;
    if (isOfSchema4(sale))
        return 4;
    if (std::ranges::any_of(sale.lines, &isOfSchema3) || std::ranges::any_of(sale.discounts, &isGivenByRule) ||
        std::ranges::any_of(sale.payments, &isPaidOtherwise))
        return 3;
    return sale.takesBack() ? 2 : 1;
}

Result<Sale> readSaleComplete(const Operation &operation)
{
    return asOperation(codec::readSale(saleDocument(operation)));
}

QJsonObject toJson(const Product &product)
{
    return without(codec::toJson(product), {idName});
}

Result<Product> readProductCreate(const Operation &operation)
{
    return asOperation(codec::readProduct(withSubject(operation)));
}

QJsonObject toJson(const Variant &variant)
{
    return without(codec::toJson(variant), {idName});
}

int schemaOf(const Variant &variant)
{
    return variant.isBundle() ? 2 : 1;
}

int schemaOfVariantEdit(const Edit &edit)
{
    return edit.fields.contains(QStringLiteral("components")) ? 2 : 1;
}

Result<Variant> readVariantCreate(const Operation &operation)
{
    return asOperation(codec::readVariant(withSubject(operation)));
}

QJsonObject toJson(const Promotion &promotion)
{
    return without(codec::toJson(promotion), {idName});
}

Result<Promotion> readPromotionCreate(const Operation &operation)
{
    return asOperation(codec::readPromotion(withSubject(operation)));
}

QJsonObject toJson(const PriceList &list)
{
    return without(codec::toJson(list), {idName});
}

Result<PriceList> readPriceListCreate(const Operation &operation)
{
    return asOperation(codec::readPriceList(withSubject(operation)));
}

QJsonObject toJson(const Person &person)
{
    return without(codec::toJson(person), {QStringLiteral("active"), QStringLiteral("badge_hash"), idName,
                                           QStringLiteral("permissions"), QStringLiteral("pin_hash")});
}

Result<Person> readPersonCreate(const Operation &operation)
{
    JsonFields fields(operation.body);
    Person person;
    person.id = PersonId(operation.subject.id);
    person.name = fields.text(QStringLiteral("name"), 1, 200);
    person.email = fields.optionalText(QStringLiteral("email"), 254).value_or(QString());
    const auto role = roleRefFromText(fields.text(QStringLiteral("role"), 1, 40));
    if (!role)
        fields.add(QStringLiteral("role"), QCoreApplication::translate("crema::body", "This role is not known here."));
    person.role = role.value_or(Role::Barista);
    if (const auto builtIn = person.role.builtIn())
        person.permissions = permissionsOf(*builtIn);
    person.locations = fields.ids<LocationId>(QStringLiteral("locations"), 1000);
    return fields.result(withRole(person, std::nullopt), malformed);
}

QJsonObject toJson(const PersonSetPin &body)
{
    return {{QStringLiteral("pin_hash"), body.pinHash}};
}

Result<PersonSetPin> readPersonSetPin(const Operation &operation)
{
    JsonFields fields(operation.body);
    const PersonSetPin body{fields.text(QStringLiteral("pin_hash"), 0, 300)};
    return fields.result(body, malformed);
}

QJsonObject toJson(const PersonSetBadge &body)
{
    return {{QStringLiteral("badge_hash"), body.badgeHash}};
}

Result<PersonSetBadge> readPersonSetBadge(const Operation &operation)
{
    JsonFields fields(operation.body);
    const PersonSetBadge body{fields.text(QStringLiteral("badge_hash"), 0, 100)};
    return fields.result(body, malformed);
}

QJsonObject toJson(const OwnRole &role)
{
    return without(codec::toJson(role), {idName, QStringLiteral("retired")});
}

Result<OwnRole> readRoleCreate(const Operation &operation)
{
    Result<OwnRole> role = asOperation(codec::readRole(withSubject(operation)));
    if (role)
        role->retired = false;
    return role;
}

const EditableFields &productFields()
{
    static const EditableFields fields{{QStringLiteral("name"), QStringLiteral("description"), QStringLiteral("brand"),
                                        QStringLiteral("tax_class"), QStringLiteral("archived")},
                                       {QStringLiteral("categories")},
                                       {QStringLiteral("tax_class")}};
    return fields;
}

const EditableFields &variantFields()
{
    static const EditableFields fields{
        {QStringLiteral("sku"), QStringLiteral("options"), QStringLiteral("price"), QStringLiteral("cost"),
         QStringLiteral("unit"), QStringLiteral("weight_grams"), QStringLiteral("archived"),
         QStringLiteral("components")},
        {QStringLiteral("barcodes")},
        // The price is for so many of the unit: another unit is another price. What is
        // in a bundle is taken from stock, and is what its price is for.
        {QStringLiteral("price"), QStringLiteral("cost"), QStringLiteral("unit"), QStringLiteral("components")}};
    return fields;
}

const EditableFields &promotionFields()
{
    // What it asks and what it gives stand or fall together: of two edits that each change one, both would make a
    // promotion that nobody made.
    static const QStringList rule{QStringLiteral("action"), QStringLiteral("conditions"), QStringLiteral("coupons"),
                                  QStringLiteral("disabled"), QStringLiteral("exclusive")};
    static const EditableFields fields{QStringList{QStringLiteral("name"), QStringLiteral("priority")} + rule,
                                       {},
                                       QStringList{QStringLiteral("priority")} + rule,
                                       rule};
    return fields;
}

const EditableFields &priceListFields()
{
    static const QStringList validity{QStringLiteral("customer_groups"),
                                      QStringLiteral("disabled"),
                                      QStringLiteral("from"),
                                      QStringLiteral("locations"),
                                      QStringLiteral("only_by_name"),
                                      QStringLiteral("prices"),
                                      QStringLiteral("until")};
    static const EditableFields fields{QStringList{QStringLiteral("name")} + validity, {}, validity};
    return fields;
}

const EditableFields &personFields()
{
    // The places are a field and no set: two edits that each take one away would leave none, which means everywhere.
    // And with the role they are what somebody may: of two edits that each change one, both would give what neither
    // gave.
    static const QStringList rights{QStringLiteral("role"), QStringLiteral("active"), QStringLiteral("locations")};
    static const EditableFields fields{
        QStringList{QStringLiteral("name"), QStringLiteral("email")} + rights, {}, rights, rights};
    return fields;
}

const EditableFields &settingsFields()
{
    static const EditableFields fields = [] {
        QStringList keys;
        for (const Setting &setting : allSettings())
            keys.append(setting.key.toString());
        return EditableFields{keys, {}, keys};
    }();
    return fields;
}

Edit personEdit(const Person &before, const Person &after)
{
    const QJsonObject seen = codec::toJson(before);
    return withWhatBelongs(editBetween(seen, codec::toJson(after), personFields()), seen, personFields());
}

const EditableFields &roleFields()
{
    // Lists are fields and no sets, and all of it stands or falls together: of two edits that each change a part, both
    // would make a role that nobody made.
    static const QStringList rights{QStringLiteral("allowed"), QStringLiteral("with_approval"),
                                    QStringLiteral("discount_limit"), QStringLiteral("refund_limit"),
                                    QStringLiteral("retired")};
    static const EditableFields fields{QStringList{QStringLiteral("name")} + rights, {}, rights, rights};
    return fields;
}

int schemaOf(const OwnRole &role)
{
    return role.rights.refundLimit ? 2 : 1;
}

int schemaOfRoleEdit(const Edit &edit)
{
    return edit.fields.contains(QStringLiteral("refund_limit")) ? 2 : 1;
}

Edit roleEdit(const OwnRole &before, const OwnRole &after)
{
    const QJsonObject seen = codec::toJson(before);
    return withWhatBelongs(editBetween(seen, codec::toJson(after), roleFields()), seen, roleFields());
}

} // namespace crema::body
