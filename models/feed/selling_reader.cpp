// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/selling_reader.h"

#include "models/feed/selling_limits.h"
#include "models/money/money_reader.h"

namespace crema::codec {
namespace {

using namespace Qt::StringLiterals;
using json::CanonicalReader;

enum class SaleForm { Entity, Body };

TaxRate readRate(CanonicalReader &in, QLatin1StringView name)
{
    return TaxRate(static_cast<std::int32_t>(in.integer(name, 0, TaxRate::maximum)));
}

template<class Value>
QList<Value> readList(CanonicalReader &in, QLatin1StringView name, qsizetype maxCount,
                      Value (*readOne)(CanonicalReader &))
{
    QList<Value> values;
    in.beginArray(name);
    while (in.hasElement()) {
        in.beginObject();
        values.append(readOne(in));
        in.endObject();
        if (values.size() > maxCount)
            in.fail();
    }
    return values;
}

/// Members that are written only where they say something are never null or empty in canonical bytes.
template<class AnyId>
std::optional<AnyId> readIdThere(CanonicalReader &in, QLatin1StringView name)
{
    return in.isNext(name) ? std::optional(in.id<AnyId>(name)) : std::nullopt;
}

/// Written only where there are any.
std::int64_t readPoints(CanonicalReader &in, std::int64_t least)
{
    const std::int64_t points = in.integer("points"_L1, least, limit::points);
    if (points == 0)
        in.fail();
    return points;
}

SaleDiscount readDiscount(CanonicalReader &in)
{
    SaleDiscount discount;
    discount.amount = readMoney(in, "amount"_L1);
    if (in.isNext("coupon"_L1))
        discount.coupon = in.text("coupon"_L1, 1, limit::coupon);
    discount.label = in.text("label"_L1, 0, limit::label);
    if (in.isNext("points"_L1))
        discount.points = readPoints(in, 1);
    discount.promotion = readIdThere<PromotionId>(in, "promotion"_L1);
    if (const auto rate = in.optionalInteger("rate"_L1, 0, TaxRate::maximum))
        discount.tenThousandths = static_cast<std::int32_t>(*rate);
    return discount;
}

SaleModifier readModifier(CanonicalReader &in)
{
    SaleModifier modifier;
    modifier.modifier = in.id<ModifierId>("modifier"_L1);
    modifier.name = in.text("name"_L1, 0, limit::text);
    modifier.price = readMoney(in, "price"_L1);
    return modifier;
}

/// Only where something is chosen.
QList<SaleModifier> readModifiers(CanonicalReader &in)
{
    if (!in.isNext("modifiers"_L1))
        return {};
    QList<SaleModifier> modifiers = readList(in, "modifiers"_L1, limit::modifiers, &readModifier);
    if (modifiers.isEmpty())
        in.fail();
    return modifiers;
}

/// Only where the line is a part of one.
std::optional<SaleBundle> readBundle(CanonicalReader &in)
{
    if (!in.isNext("bundle"_L1))
        return std::nullopt;
    SaleBundle bundle;
    in.beginObject("bundle"_L1);
    bundle.name = in.text("name"_L1, 0, limit::text);
    bundle.off = readMoney(in, "off"_L1);
    bundle.place = static_cast<std::int32_t>(in.integer("place"_L1, 0, limit::lines - 1));
    bundle.quantity = Quantity(in.integer("quantity"_L1, 1, Quantity::maxLine));
    bundle.variant = in.id<VariantId>("variant"_L1);
    in.endObject();
    return bundle;
}

SaleLine readLine(CanonicalReader &in)
{
    SaleLine line;
    line.bundle = readBundle(in);
    line.cartDiscount = readMoney(in, "cart_discount"_L1);
    line.discounts = readList(in, "discounts"_L1, limit::discounts, &readDiscount);
    line.giftCard = readIdThere<GiftCardId>(in, "gift_card"_L1);
    line.gross = readMoney(in, "gross"_L1);
    line.modifiers = readModifiers(in);
    line.name = in.text("name"_L1, 0, limit::text);
    line.net = readMoney(in, "net"_L1);
    line.note = in.text("note"_L1, 0, limit::note);
    line.options = in.text("options"_L1, 0, limit::options);
    line.price = readPrice(in, "price"_L1);
    line.product = in.id<ProductId>("product"_L1);
    line.quantity = Quantity(in.integer("quantity"_L1, 1, Quantity::maxLine));
    line.sku = in.text("sku"_L1, 0, limit::text);
    line.tax = readMoney(in, "tax"_L1);
    line.taxRate = readRate(in, "tax_rate"_L1);
    const auto unit = unitFromText(QString(in.word("unit"_L1)));
    if (!unit)
        in.fail();
    line.unit = unit.value_or(Unit::Piece);
    line.variant = in.id<VariantId>("variant"_L1);
    return line;
}

CardSlip readSlip(CanonicalReader &in)
{
    CardSlip slip;
    in.beginObject("card"_L1);
    slip.brand = in.text("brand"_L1, 0, limit::brand);
    slip.reference = in.text("reference"_L1, 0, limit::reference);
    in.endObject();
    return slip;
}

Payment readPayment(CanonicalReader &in)
{
    Payment payment;
    payment.amount = readMoney(in, "amount"_L1);
    if (in.isNext("card"_L1))
        payment.card = readSlip(in);
    payment.change = readMoney(in, "change"_L1);
    payment.giftCard = readIdThere<GiftCardId>(in, "gift_card"_L1);
    payment.intent = readIdThere<PaymentIntentId>(in, "intent"_L1);
    const auto method = paymentMethodFromText(QString(in.word("method"_L1)));
    if (!method)
        in.fail();
    payment.method = method.value_or(PaymentMethod::Cash);
    payment.tendered = readMoney(in, "tendered"_L1);
    payment.tip = in.isNext("tip"_L1) ? readMoney(in, "tip"_L1) : Money(0, payment.amount.currency());
    return payment;
}

ReturnedLine readReturn(CanonicalReader &in)
{
    ReturnedLine line;
    line.fee = readMoney(in, "fee"_L1);
    line.gross = readMoney(in, "gross"_L1);
    if (const auto place = in.optionalInteger("line"_L1, 0, limit::lines - 1))
        line.line = static_cast<std::int32_t>(*place);
    line.name = in.text("name"_L1, 0, limit::text);
    line.net = readMoney(in, "net"_L1);
    line.number = in.text("number"_L1, 0, limit::number);
    line.options = in.text("options"_L1, 0, limit::options);
    if (in.isNext("points"_L1))
        line.points = readPoints(in, -limit::points);
    line.product = in.id<ProductId>("product"_L1);
    line.quantity = Quantity(in.integer("quantity"_L1, 1, Quantity::maxLine));
    line.reason = in.text("reason"_L1, 0, limit::reason);
    line.restock = in.boolean("restock"_L1);
    line.sale = in.optionalId<SaleId>("sale"_L1);
    line.sku = in.text("sku"_L1, 0, limit::text);
    line.tax = readMoney(in, "tax"_L1);
    line.taxRate = readRate(in, "tax_rate"_L1);
    const auto unit = unitFromText(QString(in.word("unit"_L1)));
    if (!unit)
        in.fail();
    line.unit = unit.value_or(Unit::Piece);
    line.variant = in.id<VariantId>("variant"_L1);
    return line;
}

TaxSummary readTax(CanonicalReader &in)
{
    TaxSummary tax;
    tax.gross = readMoney(in, "gross"_L1);
    tax.net = readMoney(in, "net"_L1);
    tax.rate = readRate(in, "rate"_L1);
    tax.tax = readMoney(in, "tax"_L1);
    return tax;
}

Sale readForm(CanonicalReader &in, SaleForm form)
{
    const bool whole = form == SaleForm::Entity;
    Sale sale;
    if (whole) {
        sale.cashier = in.optionalId<PersonId>("cashier"_L1);
        sale.completedAt = in.time("completed_at"_L1);
    }
    sale.customer = in.optionalId<CustomerId>("customer"_L1);
    if (in.isNext("customer_note"_L1))
        sale.customerNote = in.text("customer_note"_L1, 1, limit::note);
    sale.discounts = readList(in, "discounts"_L1, limit::discounts, &readDiscount);
    if (whole)
        sale.id = in.id<SaleId>("id"_L1);
    sale.lines = readList(in, "lines"_L1, limit::lines, &readLine);
    if (whole)
        sale.location = in.id<LocationId>("location"_L1);
    sale.note = in.text("note"_L1, 0, limit::note);
    sale.number = in.text("number"_L1, 1, limit::number);
    sale.payments = readList(in, "payments"_L1, limit::payments, &readPayment);
    if (in.isNext("points"_L1))
        sale.points = readPoints(in, -limit::points);
    sale.pricesInclude = in.boolean("prices_include_tax"_L1) ? PricesInclude::Tax : PricesInclude::NoTax;
    if (whole)
        sale.registerId = in.id<RegisterId>("register"_L1);
    if (in.isNext("returns"_L1)) {
        sale.returns = readList(in, "returns"_L1, limit::returns, &readReturn);
        if (sale.returns.isEmpty())
            in.fail();
    }
    sale.rounding = readMoney(in, "rounding"_L1);
    sale.shift = in.id<ShiftId>("shift"_L1);
    sale.taxes = readList(in, "taxes"_L1, limit::taxes, &readTax);
    sale.total = readMoney(in, "total"_L1);
    return sale;
}

} // namespace

std::optional<Sale> readCanonicalSale(QByteArrayView bytes)
{
    CanonicalReader in(bytes);
    in.beginObject();
    Sale sale = readForm(in, SaleForm::Entity);
    in.endObject();
    if (!in.isWhole() || !isSound(sale))
        return std::nullopt;
    return sale;
}

Sale readCanonicalBody(CanonicalReader &in)
{
    return readForm(in, SaleForm::Body);
}

bool isSound(const Sale &sale)
{
    return (!sale.lines.isEmpty() || sale.takesBack()) && hasOneCurrency(sale);
}

} // namespace crema::codec
