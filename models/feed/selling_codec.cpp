// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_codec.h"
#include "models/feed/json_values.h"

#include "models/base/json.h"

#include <QCoreApplication>

namespace crema::codec {
namespace {

const QString malformed = QStringLiteral("entity.malformed");

QString unknownWord()
{
    return QCoreApplication::translate("crema::codec", "This word is not known here.");
}

TaxRate readRate(JsonFields &fields, const QString &name)
{
    return TaxRate(static_cast<std::int32_t>(fields.integer(name, 0, TaxRate::maximum)));
}

/// Reads a list of objects with `readOne`, naming each problem by its place.
template<class Value, class Reader>
QList<Value> readList(JsonFields &fields, const QString &name, qsizetype maxCount, Reader readOne)
{
    QList<Value> values;
    const QJsonArray array = fields.array(name, maxCount);
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonFields inner(array[i].toObject(), QStringLiteral("%1%2[%3].").arg(fields.path(), name).arg(i));
        values.append(readOne(inner));
        fields.add(inner.problems());
    }
    return values;
}

template<class Value, class Writer>
QJsonArray listToJson(const QList<Value> &values, Writer writeOne)
{
    QJsonArray array;
    for (const Value &value : values)
        array.append(writeOne(value));
    return array;
}

QJsonObject discountToJson(const SaleDiscount &discount)
{
    return {{QStringLiteral("amount"), moneyToJson(discount.amount)},
            {QStringLiteral("label"), discount.label},
            {QStringLiteral("rate"), discount.tenThousandths ? QJsonValue(*discount.tenThousandths) : QJsonValue()}};
}

SaleDiscount readDiscount(JsonFields &fields)
{
    SaleDiscount discount;
    discount.label = fields.text(QStringLiteral("label"), 0, 200);
    if (const auto rate = fields.optionalInteger(QStringLiteral("rate"), 0, TaxRate::maximum))
        discount.tenThousandths = static_cast<std::int32_t>(*rate);
    discount.amount = readMoney(fields, QStringLiteral("amount"));
    return discount;
}

QJsonObject lineToJson(const SaleLine &line)
{
    return {{QStringLiteral("cart_discount"), moneyToJson(line.cartDiscount)},
            {QStringLiteral("discounts"), listToJson(line.discounts, &discountToJson)},
            {QStringLiteral("gross"), moneyToJson(line.gross)},
            {QStringLiteral("name"), line.name},
            {QStringLiteral("net"), moneyToJson(line.net)},
            {QStringLiteral("note"), line.note},
            {QStringLiteral("options"), line.options},
            {QStringLiteral("price"), priceToJson(line.price)},
            {QStringLiteral("product"), line.product.toString()},
            {QStringLiteral("quantity"), qint64(line.quantity.units())},
            {QStringLiteral("sku"), line.sku},
            {QStringLiteral("tax"), moneyToJson(line.tax)},
            {QStringLiteral("tax_rate"), line.taxRate.tenThousandths()},
            {QStringLiteral("unit"), unitText(line.unit)},
            {QStringLiteral("variant"), line.variant.toString()}};
}

SaleLine readLine(JsonFields &fields)
{
    SaleLine line;
    line.variant = fields.id<VariantId>(QStringLiteral("variant"));
    line.product = fields.id<ProductId>(QStringLiteral("product"));
    line.sku = fields.text(QStringLiteral("sku"), 0, 1000);
    line.name = fields.text(QStringLiteral("name"), 0, 1000);
    line.options = fields.text(QStringLiteral("options"), 0, 2000);
    const auto unit = unitFromText(fields.text(QStringLiteral("unit"), 1, 20));
    if (!unit)
        fields.add(QStringLiteral("unit"), unknownWord());
    line.unit = unit.value_or(Unit::Piece);
    line.quantity = Quantity(fields.integer(QStringLiteral("quantity"), 1, Quantity::maxLine));
    line.price = readPrice(fields, QStringLiteral("price"));
    line.discounts = readList<SaleDiscount>(fields, QStringLiteral("discounts"), 50, &readDiscount);
    line.cartDiscount = readMoney(fields, QStringLiteral("cart_discount"));
    line.taxRate = readRate(fields, QStringLiteral("tax_rate"));
    line.net = readMoney(fields, QStringLiteral("net"));
    line.tax = readMoney(fields, QStringLiteral("tax"));
    line.gross = readMoney(fields, QStringLiteral("gross"));
    line.note = fields.text(QStringLiteral("note"), 0, 1000);
    return line;
}

QJsonObject taxToJson(const TaxSummary &tax)
{
    return {{QStringLiteral("gross"), moneyToJson(tax.gross)},
            {QStringLiteral("net"), moneyToJson(tax.net)},
            {QStringLiteral("rate"), tax.rate.tenThousandths()},
            {QStringLiteral("tax"), moneyToJson(tax.tax)}};
}

TaxSummary readTax(JsonFields &fields)
{
    TaxSummary tax;
    tax.rate = readRate(fields, QStringLiteral("rate"));
    tax.net = readMoney(fields, QStringLiteral("net"));
    tax.tax = readMoney(fields, QStringLiteral("tax"));
    tax.gross = readMoney(fields, QStringLiteral("gross"));
    return tax;
}

QJsonObject paymentToJson(const Payment &payment)
{
    return {{QStringLiteral("amount"), moneyToJson(payment.amount)},
            {QStringLiteral("change"), moneyToJson(payment.change)},
            {QStringLiteral("method"), paymentMethodText(payment.method)},
            {QStringLiteral("tendered"), moneyToJson(payment.tendered)}};
}

Payment readPayment(JsonFields &fields)
{
    Payment payment;
    const auto method = paymentMethodFromText(fields.text(QStringLiteral("method"), 1, 40));
    if (!method)
        fields.add(QStringLiteral("method"), unknownWord());
    payment.method = method.value_or(PaymentMethod::Cash);
    payment.amount = readMoney(fields, QStringLiteral("amount"));
    payment.tendered = readMoney(fields, QStringLiteral("tendered"));
    payment.change = readMoney(fields, QStringLiteral("change"));
    return payment;
}

/// Arithmetic on a sale asserts one currency: a document that mixes two is refused here.
void requireOneCurrency(JsonFields &fields, const Sale &sale)
{
    bool one = sale.rounding.currency() == sale.total.currency();
    const auto same = [&](const Money &money) { one = one && money.currency() == sale.total.currency(); };
    for (const SaleLine &line : sale.lines) {
        for (const Money &money : {line.price.amount, line.cartDiscount, line.net, line.tax, line.gross})
            same(money);
        for (const SaleDiscount &discount : line.discounts)
            same(discount.amount);
    }
    for (const SaleDiscount &discount : sale.discounts)
        same(discount.amount);
    for (const TaxSummary &tax : sale.taxes) {
        for (const Money &money : {tax.net, tax.tax, tax.gross})
            same(money);
    }
    for (const Payment &payment : sale.payments) {
        for (const Money &money : {payment.amount, payment.tendered, payment.change})
            same(money);
    }
    if (!one)
        fields.add(QStringLiteral("total"),
                   QCoreApplication::translate("crema::codec", "All amounts of a sale need one currency."));
}

} // namespace

QJsonObject toJson(const Shift &shift)
{
    return {
        {QStringLiteral("business_day"), shift.businessDay.toString(Qt::ISODate)},
        {QStringLiteral("cash_total"), moneyToJson(shift.cashTotal)},
        {QStringLiteral("closed_at"), optionalTime(shift.closedAt)},
        {QStringLiteral("closed_by"), optionalId(shift.closedBy)},
        {QStringLiteral("counted"), optionalMoney(shift.counted)},
        {QStringLiteral("expected"), optionalMoney(shift.expected)},
        {QStringLiteral("float"), moneyToJson(shift.floatAmount)},
        {QStringLiteral("id"), shift.id.toString()},
        {QStringLiteral("location"), shift.location.toString()},
        {QStringLiteral("opened_at"), shift.openedAt.toString()},
        {QStringLiteral("opened_by"), optionalId(shift.openedBy)},
        {QStringLiteral("register"), shift.registerId.toString()},
        {QStringLiteral("sale_count"), qint64(shift.saleCount)},
        {QStringLiteral("sales_total"), moneyToJson(shift.salesTotal)},
        {QStringLiteral("state"), shift.state == ShiftState::Open ? QStringLiteral("open") : QStringLiteral("closed")}};
}

Result<Shift> readShift(const QJsonObject &json)
{
    JsonFields fields(json);
    Shift shift;
    shift.id = fields.id<ShiftId>(QStringLiteral("id"));
    shift.registerId = fields.id<RegisterId>(QStringLiteral("register"));
    shift.location = fields.id<LocationId>(QStringLiteral("location"));
    shift.openedBy = fields.optionalId<PersonId>(QStringLiteral("opened_by"));
    shift.openedAt = fields.time(QStringLiteral("opened_at"));
    shift.businessDay = fields.date(QStringLiteral("business_day"));
    shift.floatAmount = readMoney(fields, QStringLiteral("float"));
    const QString state = fields.text(QStringLiteral("state"), 1, 20);
    if (state != QStringLiteral("open") && state != QStringLiteral("closed"))
        fields.add(QStringLiteral("state"), unknownWord());
    shift.state = state == QStringLiteral("closed") ? ShiftState::Closed : ShiftState::Open;
    shift.saleCount = fields.integer(QStringLiteral("sale_count"), 0, json::maxInteger);
    shift.salesTotal = readMoney(fields, QStringLiteral("sales_total"));
    shift.cashTotal = readMoney(fields, QStringLiteral("cash_total"));
    shift.closedBy = fields.optionalId<PersonId>(QStringLiteral("closed_by"));
    shift.closedAt = fields.optionalTime(QStringLiteral("closed_at"));
    shift.counted = readOptionalMoney(fields, QStringLiteral("counted"));
    shift.expected = readOptionalMoney(fields, QStringLiteral("expected"));
    for (const Money &money : {shift.salesTotal, shift.cashTotal, shift.counted.value_or(shift.floatAmount),
                               shift.expected.value_or(shift.floatAmount)}) {
        if (money.currency() != shift.floatAmount.currency())
            fields.add(QStringLiteral("float"),
                       QCoreApplication::translate("crema::codec", "All amounts of a shift need one currency."));
    }
    return fields.result(shift, malformed);
}

QJsonObject toJson(const Sale &sale)
{
    return {{QStringLiteral("cashier"), optionalId(sale.cashier)},
            {QStringLiteral("completed_at"), sale.completedAt.toString()},
            {QStringLiteral("customer"), optionalId(sale.customer)},
            {QStringLiteral("discounts"), listToJson(sale.discounts, &discountToJson)},
            {QStringLiteral("id"), sale.id.toString()},
            {QStringLiteral("lines"), listToJson(sale.lines, &lineToJson)},
            {QStringLiteral("location"), sale.location.toString()},
            {QStringLiteral("note"), sale.note},
            {QStringLiteral("number"), sale.number},
            {QStringLiteral("payments"), listToJson(sale.payments, &paymentToJson)},
            {QStringLiteral("prices_include_tax"), sale.pricesInclude == PricesInclude::Tax},
            {QStringLiteral("register"), sale.registerId.toString()},
            {QStringLiteral("rounding"), moneyToJson(sale.rounding)},
            {QStringLiteral("shift"), sale.shift.toString()},
            {QStringLiteral("taxes"), listToJson(sale.taxes, &taxToJson)},
            {QStringLiteral("total"), moneyToJson(sale.total)}};
}

Result<Sale> readSale(const QJsonObject &json)
{
    JsonFields fields(json);
    Sale sale;
    sale.id = fields.id<SaleId>(QStringLiteral("id"));
    sale.number = fields.text(QStringLiteral("number"), 1, 60);
    sale.shift = fields.id<ShiftId>(QStringLiteral("shift"));
    sale.location = fields.id<LocationId>(QStringLiteral("location"));
    sale.registerId = fields.id<RegisterId>(QStringLiteral("register"));
    sale.cashier = fields.optionalId<PersonId>(QStringLiteral("cashier"));
    sale.completedAt = fields.time(QStringLiteral("completed_at"));
    sale.customer = fields.optionalId<CustomerId>(QStringLiteral("customer"));
    sale.pricesInclude =
        fields.boolean(QStringLiteral("prices_include_tax")) ? PricesInclude::Tax : PricesInclude::NoTax;
    sale.lines = readList<SaleLine>(fields, QStringLiteral("lines"), 1'000, &readLine);
    sale.discounts = readList<SaleDiscount>(fields, QStringLiteral("discounts"), 50, &readDiscount);
    sale.taxes = readList<TaxSummary>(fields, QStringLiteral("taxes"), 50, &readTax);
    sale.total = readMoney(fields, QStringLiteral("total"));
    sale.rounding = readMoney(fields, QStringLiteral("rounding"));
    sale.payments = readList<Payment>(fields, QStringLiteral("payments"), 50, &readPayment);
    sale.note = fields.text(QStringLiteral("note"), 0, 1000);
    if (sale.lines.isEmpty())
        fields.add(QStringLiteral("lines"),
                   QCoreApplication::translate("crema::codec", "A sale needs at least one line."));
    requireOneCurrency(fields, sale);
    return fields.result(sale, malformed);
}

} // namespace crema::codec
