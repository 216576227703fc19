// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/cash_codec.h"

#include "models/base/json.h"
#include "models/feed/json_values.h"
#include "models/feed/selling_limits.h"
#include "models/money/money_json.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::codec {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::codec)
};

std::int64_t readCount(JsonFields &fields)
{
    return fields.integer(QStringLiteral("count"), 0, json::maxInteger);
}

CashMovementKind readKind(JsonFields &fields)
{
    const auto kind = cashMovementKindFromText(fields.text(QStringLiteral("kind"), 1, 40));
    if (!kind)
        fields.add(QStringLiteral("kind"), Texts::tr("This word is not known here."));
    return kind.value_or(CashMovementKind::NoSale);
}

MethodTotal readMethodTotal(JsonFields &fields)
{
    const auto method = paymentMethodFromText(fields.text(QStringLiteral("method"), 1, 40));
    if (!method)
        fields.add(QStringLiteral("method"), Texts::tr("This word is not known here."));
    MethodTotal total{method.value_or(PaymentMethod::Cash), readCount(fields),
                      readMoney(fields, QStringLiteral("amount"))};
    total.tips = readOptionalMoney(fields, QStringLiteral("tips")).value_or(total.tips);
    return total;
}

MovementTotal readMovementTotal(JsonFields &fields)
{
    return {readKind(fields), readCount(fields), readMoney(fields, QStringLiteral("amount"))};
}

TaxSummary readTaxTotal(JsonFields &fields)
{
    return {TaxRate(static_cast<std::int32_t>(fields.integer(QStringLiteral("rate"), 0, TaxRate::maximum))),
            readMoney(fields, QStringLiteral("net")), readMoney(fields, QStringLiteral("tax")),
            readMoney(fields, QStringLiteral("gross"))};
}

LateSales readLateSales(JsonFields &fields)
{
    return {fields.integer(QStringLiteral("number"), 1, json::maxInteger), readCount(fields),
            readMoney(fields, QStringLiteral("total"))};
}

CountedPiece readPiece(JsonFields &fields)
{
    return {readMoney(fields, QStringLiteral("piece")), readCount(fields)};
}

bool hasOneCurrency(const ShiftZ &z)
{
    const ShiftFigures &figures = z.figures;
    const Currency currency = z.perpetual.currency();
    const auto isOf = [&](const Money &money) { return money.currency() == currency; };
    return std::ranges::all_of(
               std::array{figures.salesTotal, figures.rounding, figures.discounts, figures.returns, figures.giftCards},
               isOf) &&
           std::ranges::all_of(figures.byMethod, isOf, &MethodTotal::amount) &&
           std::ranges::all_of(figures.byMethod, isOf, &MethodTotal::tips) &&
           std::ranges::all_of(figures.movements, isOf, &MovementTotal::amount) &&
           std::ranges::all_of(z.late, isOf, &LateSales::total) &&
           std::ranges::all_of(
               figures.byTax, [&](const TaxSummary &tax) { return isOf(tax.net) && isOf(tax.tax) && isOf(tax.gross); });
}

} // namespace

QJsonObject toJson(const CashMovement &movement)
{
    return {{QStringLiteral("amount"), moneyToJson(movement.amount)},
            {QStringLiteral("at"), movement.at.toString()},
            {QStringLiteral("by"), optionalId(movement.by)},
            {QStringLiteral("id"), movement.id.toString()},
            {QStringLiteral("kind"), cashMovementKindText(movement.kind)},
            {QStringLiteral("location"), movement.location.toString()},
            {QStringLiteral("note"), movement.note},
            {QStringLiteral("reason"), movement.reason},
            {QStringLiteral("register"), movement.registerId.toString()},
            {QStringLiteral("shift"), movement.shift.toString()}};
}

void readMovementMembers(JsonFields &fields, CashMovement &movement)
{
    movement.kind = readKind(fields);
    movement.amount = readMoney(fields, QStringLiteral("amount"));
    movement.reason = fields.text(QStringLiteral("reason"), 0, limit::text);
    movement.note = fields.text(QStringLiteral("note"), 0, limit::text);
    movement.shift = fields.id<ShiftId>(QStringLiteral("shift"));
    const bool isNothing = movement.amount.isZero();
    if (movement.amount.isNegative() || isNothing != (movement.kind == CashMovementKind::NoSale))
        fields.add(QStringLiteral("amount"),
                   Texts::tr("An amount is more than zero; only a drawer that was just opened has none."));
}

Result<CashMovement> readCashMovement(const QJsonObject &json)
{
    JsonFields fields(json);
    CashMovement movement;
    readMovementMembers(fields, movement);
    movement.id = fields.id<CashMovementId>(QStringLiteral("id"));
    movement.location = fields.id<LocationId>(QStringLiteral("location"));
    movement.registerId = fields.id<RegisterId>(QStringLiteral("register"));
    movement.by = fields.optionalId<PersonId>(QStringLiteral("by"));
    movement.at = fields.time(QStringLiteral("at"));
    return fields.result(movement, QStringLiteral("entity.malformed"));
}

QList<CountedPiece> readPieces(JsonFields &fields, const QString &name)
{
    return readList(fields, name, limit::pieces, &readPiece);
}

ShiftZ readShiftZ(JsonFields &fields, const QJsonObject &json)
{
    JsonFields inner(json, fields.path() + QStringLiteral("z."));
    ShiftZ z;
    z.number = inner.integer(QStringLiteral("number"), 1, json::maxInteger);
    z.perpetual = readMoney(inner, QStringLiteral("perpetual"));
    z.late = readList(inner, QStringLiteral("late"), limit::late, &readLateSales);
    z.figures.saleCount = inner.integer(QStringLiteral("sale_count"), 0, json::maxInteger);
    z.figures.salesTotal = readMoney(inner, QStringLiteral("sales_total"));
    z.figures.rounding = readMoney(inner, QStringLiteral("rounding"));
    z.figures.byMethod = readList(inner, QStringLiteral("by_method"), limit::payments, &readMethodTotal);
    z.figures.byTax = readList(inner, QStringLiteral("by_tax"), limit::taxes, &readTaxTotal);
    z.figures.movements = readList(inner, QStringLiteral("movements"), limit::payments, &readMovementTotal);
    z.figures.discounts = readMoney(inner, QStringLiteral("discounts"));
    z.figures.returns = readMoney(inner, QStringLiteral("returns"));
    z.figures.giftCards =
        readOptionalMoney(inner, QStringLiteral("gift_cards")).value_or(Money(0, z.figures.salesTotal.currency()));
    z.figures.firstNumber = inner.text(QStringLiteral("first"), 0, limit::number);
    z.figures.lastNumber = inner.text(QStringLiteral("last"), 0, limit::number);
    if (!hasOneCurrency(z))
        inner.add(QStringLiteral("perpetual"), Texts::tr("All amounts of a shift need one currency."));
    fields.add(inner.problems());
    return z;
}

} // namespace crema::codec
