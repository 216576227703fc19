// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/json_values.h"
#include "models/feed/selling_limits.h"

#include <QCoreApplication>

namespace crema::codec {
namespace {

const QString malformed = QStringLiteral("entity.malformed");

QString unknownWord()
{
    return QCoreApplication::translate("crema::codec", "This word is not known here.");
}

/// In the currency of its Z, which is that of the shift where it has none.
Money zeroOf(const Shift &shift)
{
    return Money(0, shift.z ? shift.z->perpetual.currency() : shift.floatAmount.currency());
}

TaxRate readRate(JsonFields &fields, const QString &name)
{
    return TaxRate(static_cast<std::int32_t>(fields.integer(name, 0, TaxRate::maximum)));
}

SaleDiscount readDiscount(JsonFields &fields)
{
    SaleDiscount discount;
    discount.label = fields.text(QStringLiteral("label"), 0, limit::label);
    if (const auto rate = fields.optionalInteger(QStringLiteral("rate"), 0, TaxRate::maximum))
        discount.tenThousandths = static_cast<std::int32_t>(*rate);
    discount.amount = readMoney(fields, QStringLiteral("amount"));
    discount.promotion = fields.optionalId<PromotionId>(QStringLiteral("promotion"));
    discount.coupon = fields.optionalText(QStringLiteral("coupon"), limit::coupon).value_or(QString());
    discount.points = fields.optionalInteger(QStringLiteral("points"), 1, limit::points).value_or(0);
    return discount;
}

SaleModifier readModifier(JsonFields &fields)
{
    SaleModifier modifier;
    modifier.modifier = fields.id<ModifierId>(QStringLiteral("modifier"));
    modifier.name = fields.text(QStringLiteral("name"), 0, limit::text);
    modifier.price = readMoney(fields, QStringLiteral("price"));
    return modifier;
}

std::optional<CardSlip> readSlip(JsonFields &fields)
{
    const auto json = fields.optionalObject(QStringLiteral("card"));
    if (!json)
        return std::nullopt;
    JsonFields inner(*json, fields.path() + QStringLiteral("card."));
    CardSlip slip;
    slip.brand = inner.text(QStringLiteral("brand"), 0, limit::brand);
    slip.reference = inner.text(QStringLiteral("reference"), 0, limit::reference);
    fields.add(inner.problems());
    return slip;
}

/// What was sold or comes back, and how much of it.
template<class Line>
void readArticle(JsonFields &fields, Line &line)
{
    line.variant = fields.id<VariantId>(QStringLiteral("variant"));
    line.product = fields.id<ProductId>(QStringLiteral("product"));
    line.sku = fields.text(QStringLiteral("sku"), 0, limit::text);
    line.name = fields.text(QStringLiteral("name"), 0, limit::text);
    line.options = fields.text(QStringLiteral("options"), 0, limit::options);
    const auto unit = unitFromText(fields.text(QStringLiteral("unit"), 1, 20));
    if (!unit)
        fields.add(QStringLiteral("unit"), unknownWord());
    line.unit = unit.value_or(Unit::Piece);
    line.quantity = Quantity(fields.integer(QStringLiteral("quantity"), 1, Quantity::maxLine));
}

std::optional<SaleBundle> readBundle(JsonFields &fields)
{
    const auto json = fields.optionalObject(QStringLiteral("bundle"));
    if (!json)
        return std::nullopt;
    JsonFields inner(*json, fields.path() + QStringLiteral("bundle."));
    SaleBundle bundle;
    bundle.place = static_cast<std::int32_t>(inner.integer(QStringLiteral("place"), 0, limit::lines - 1));
    bundle.variant = inner.id<VariantId>(QStringLiteral("variant"));
    bundle.name = inner.text(QStringLiteral("name"), 0, limit::text);
    bundle.quantity = Quantity(inner.integer(QStringLiteral("quantity"), 1, Quantity::maxLine));
    bundle.off = readMoney(inner, QStringLiteral("off"));
    fields.add(inner.problems());
    return bundle;
}

SaleLine readLine(JsonFields &fields)
{
    SaleLine line;
    readArticle(fields, line);
    line.price = readPrice(fields, QStringLiteral("price"));
    line.discounts = readList(fields, QStringLiteral("discounts"), limit::discounts, &readDiscount);
    line.cartDiscount = readMoney(fields, QStringLiteral("cart_discount"));
    line.taxRate = readRate(fields, QStringLiteral("tax_rate"));
    line.net = readMoney(fields, QStringLiteral("net"));
    line.tax = readMoney(fields, QStringLiteral("tax"));
    line.gross = readMoney(fields, QStringLiteral("gross"));
    line.note = fields.text(QStringLiteral("note"), 0, limit::note);
    line.modifiers = readList(fields, QStringLiteral("modifiers"), limit::modifiers, &readModifier);
    line.giftCard = fields.optionalId<GiftCardId>(QStringLiteral("gift_card"));
    line.bundle = readBundle(fields);
    return line;
}

ReturnedLine readReturn(JsonFields &fields)
{
    ReturnedLine line;
    line.sale = fields.optionalId<SaleId>(QStringLiteral("sale"));
    line.number = fields.text(QStringLiteral("number"), 0, limit::number);
    if (const auto place = fields.optionalInteger(QStringLiteral("line"), 0, limit::lines - 1))
        line.line = static_cast<std::int32_t>(*place);
    readArticle(fields, line);
    line.taxRate = readRate(fields, QStringLiteral("tax_rate"));
    line.net = readMoney(fields, QStringLiteral("net"));
    line.tax = readMoney(fields, QStringLiteral("tax"));
    line.gross = readMoney(fields, QStringLiteral("gross"));
    line.fee = readMoney(fields, QStringLiteral("fee"));
    line.restock = fields.boolean(QStringLiteral("restock"));
    line.reason = fields.text(QStringLiteral("reason"), 0, limit::reason);
    line.points = fields.optionalInteger(QStringLiteral("points"), -limit::points, limit::points).value_or(0);
    return line;
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
    payment.card = readSlip(fields);
    const Money noTip(0, payment.amount.currency());
    payment.tip = readOptionalMoney(fields, QStringLiteral("tip")).value_or(noTip);
    payment.giftCard = fields.optionalId<GiftCardId>(QStringLiteral("gift_card"));
    payment.intent = fields.optionalId<PaymentIntentId>(QStringLiteral("intent"));
    return payment;
}

} // namespace

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
    shift.movedTotal =
        readOptionalMoney(fields, QStringLiteral("moved_total")).value_or(Money(0, shift.floatAmount.currency()));
    shift.pieces = readPieces(fields, QStringLiteral("pieces"));
    if (const auto z = fields.optionalObject(QStringLiteral("z")))
        shift.z = readShiftZ(fields, *z);
    for (const Money &money : {shift.salesTotal, shift.cashTotal, shift.movedTotal, zeroOf(shift),
                               shift.counted.value_or(shift.floatAmount), shift.expected.value_or(shift.floatAmount)}) {
        if (money.currency() != shift.floatAmount.currency())
            fields.add(QStringLiteral("float"),
                       QCoreApplication::translate("crema::codec", "All amounts of a shift need one currency."));
    }
    return fields.result(shift, malformed);
}

Result<Sale> readSale(const QJsonObject &json)
{
    JsonFields fields(json);
    Sale sale;
    sale.id = fields.id<SaleId>(QStringLiteral("id"));
    sale.number = fields.text(QStringLiteral("number"), 1, limit::number);
    sale.shift = fields.id<ShiftId>(QStringLiteral("shift"));
    sale.location = fields.id<LocationId>(QStringLiteral("location"));
    sale.registerId = fields.id<RegisterId>(QStringLiteral("register"));
    sale.cashier = fields.optionalId<PersonId>(QStringLiteral("cashier"));
    sale.completedAt = fields.time(QStringLiteral("completed_at"));
    sale.customer = fields.optionalId<CustomerId>(QStringLiteral("customer"));
    sale.pricesInclude =
        fields.boolean(QStringLiteral("prices_include_tax")) ? PricesInclude::Tax : PricesInclude::NoTax;
    sale.lines = readList(fields, QStringLiteral("lines"), limit::lines, &readLine);
    sale.discounts = readList(fields, QStringLiteral("discounts"), limit::discounts, &readDiscount);
    sale.taxes = readList(fields, QStringLiteral("taxes"), limit::taxes, &readTax);
    sale.total = readMoney(fields, QStringLiteral("total"));
    sale.rounding = readMoney(fields, QStringLiteral("rounding"));
    sale.payments = readList(fields, QStringLiteral("payments"), limit::payments, &readPayment);
    sale.note = fields.text(QStringLiteral("note"), 0, limit::note);
    sale.customerNote = fields.optionalText(QStringLiteral("customer_note"), limit::note).value_or(QString());
    sale.returns = readList(fields, QStringLiteral("returns"), limit::returns, &readReturn);
    sale.points = fields.optionalInteger(QStringLiteral("points"), -limit::points, limit::points).value_or(0);
    if (sale.lines.isEmpty() && sale.returns.isEmpty())
        fields.add(QStringLiteral("lines"),
                   QCoreApplication::translate("crema::codec", "A sale needs at least one line."));
    // Arithmetic on a sale asserts one currency: a document that mixes two is refused here.
    if (!hasOneCurrency(sale))
        fields.add(QStringLiteral("total"),
                   QCoreApplication::translate("crema::codec", "All amounts of a sale need one currency."));
    return fields.result(sale, malformed);
}

} // namespace crema::codec
