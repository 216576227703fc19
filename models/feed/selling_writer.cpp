// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/selling_writer.h"

#include "models/base/json_writer.h"
#include "models/feed/entity_codec.h"
#include "models/feed/selling_limits.h"

#include <QDate>

#include <algorithm>

namespace crema::codec {
namespace {

using namespace Qt::StringLiterals;

enum class SaleForm { Entity, Body };

template<class Writer>
void writeMoneyMembers(Writer &out, const Money &money)
{
    out.text("currency"_L1, money.currency().code());
    out.integer("minor"_L1, money.minor());
}

template<class Writer>
void writeMoney(Writer &out, QLatin1StringView name, const Money &money)
{
    out.beginObject(name);
    writeMoneyMembers(out, money);
    out.endObject();
}

template<class Writer>
void writeMoney(Writer &out, QLatin1StringView name, const std::optional<Money> &money)
{
    if (money)
        writeMoney(out, name, *money);
    else
        out.null(name);
}

template<class Writer>
void writePrice(Writer &out, QLatin1StringView name, const Price &price)
{
    out.beginObject(name);
    writeMoneyMembers(out, price.amount);
    out.integer("per"_L1, price.per);
    out.endObject();
}

/// What came with schema 3 of a sale is left out where it says nothing, so that sales of before keep their bytes.
template<class Writer, class Tag>
void writeIfThere(Writer &out, QLatin1StringView name, const std::optional<Id<Tag>> &id)
{
    if (id)
        out.id(name, *id);
}

template<class Writer>
void write(Writer &out, const SaleModifier &modifier)
{
    out.id("modifier"_L1, modifier.modifier);
    out.text("name"_L1, modifier.name);
    writeMoney(out, "price"_L1, modifier.price);
}

template<class Writer>
void writeSlip(Writer &out, const CardSlip &slip)
{
    out.beginObject("card"_L1);
    out.text("brand"_L1, slip.brand);
    out.text("reference"_L1, slip.reference);
    out.endObject();
}

template<class Writer>
void write(Writer &out, const SaleDiscount &discount)
{
    writeMoney(out, "amount"_L1, discount.amount);
    if (!discount.coupon.isEmpty())
        out.text("coupon"_L1, discount.coupon);
    out.text("label"_L1, discount.label);
    if (discount.points != 0)
        out.integer("points"_L1, discount.points);
    writeIfThere(out, "promotion"_L1, discount.promotion);
    if (discount.tenThousandths)
        out.integer("rate"_L1, *discount.tenThousandths);
    else
        out.null("rate"_L1);
}

template<class Writer>
void write(Writer &out, const TaxSummary &tax)
{
    writeMoney(out, "gross"_L1, tax.gross);
    writeMoney(out, "net"_L1, tax.net);
    out.integer("rate"_L1, tax.rate.tenThousandths());
    writeMoney(out, "tax"_L1, tax.tax);
}

template<class Writer>
void write(Writer &out, const Payment &payment)
{
    writeMoney(out, "amount"_L1, payment.amount);
    if (payment.card)
        writeSlip(out, *payment.card);
    writeMoney(out, "change"_L1, payment.change);
    writeIfThere(out, "gift_card"_L1, payment.giftCard);
    writeIfThere(out, "intent"_L1, payment.intent);
    out.text("method"_L1, paymentMethodText(payment.method));
    writeMoney(out, "tendered"_L1, payment.tendered);
    if (!payment.tip.isZero())
        writeMoney(out, "tip"_L1, payment.tip);
}

template<class Writer>
void write(Writer &out, const MethodTotal &total)
{
    writeMoney(out, "amount"_L1, total.amount);
    out.integer("count"_L1, total.count);
    out.text("method"_L1, paymentMethodText(total.method));
    if (!total.tips.isZero())
        writeMoney(out, "tips"_L1, total.tips);
}

template<class Writer>
void write(Writer &out, const MovementTotal &total)
{
    writeMoney(out, "amount"_L1, total.amount);
    out.integer("count"_L1, total.count);
    out.text("kind"_L1, cashMovementKindText(total.kind));
}

template<class Writer>
void write(Writer &out, const LateSales &late)
{
    out.integer("count"_L1, late.count);
    out.integer("number"_L1, late.number);
    writeMoney(out, "total"_L1, late.total);
}

template<class Writer>
void write(Writer &out, const CountedPiece &piece)
{
    out.integer("count"_L1, piece.count);
    writeMoney(out, "piece"_L1, piece.piece);
}

template<class Writer>
void write(Writer &out, const SaleLine &line);

template<class Writer>
void write(Writer &out, const ReturnedLine &line)
{
    writeMoney(out, "fee"_L1, line.fee);
    writeMoney(out, "gross"_L1, line.gross);
    if (line.line)
        out.integer("line"_L1, *line.line);
    else
        out.null("line"_L1);
    out.text("name"_L1, line.name);
    writeMoney(out, "net"_L1, line.net);
    out.text("number"_L1, line.number);
    out.text("options"_L1, line.options);
    if (line.points != 0)
        out.integer("points"_L1, line.points);
    out.id("product"_L1, line.product);
    out.integer("quantity"_L1, line.quantity.units());
    out.text("reason"_L1, line.reason);
    out.boolean("restock"_L1, line.restock);
    out.id("sale"_L1, line.sale);
    out.text("sku"_L1, line.sku);
    writeMoney(out, "tax"_L1, line.tax);
    out.integer("tax_rate"_L1, line.taxRate.tenThousandths());
    out.text("unit"_L1, unitText(line.unit));
    out.id("variant"_L1, line.variant);
}

template<class Writer, class Value>
void writeList(Writer &out, QLatin1StringView name, const QList<Value> &values)
{
    out.beginArray(name);
    for (const Value &value : values) {
        out.beginObject();
        write(out, value);
        out.endObject();
    }
    out.endArray();
}

template<class Writer>
void writeBundle(Writer &out, const SaleBundle &bundle)
{
    out.beginObject("bundle"_L1);
    out.text("name"_L1, bundle.name);
    writeMoney(out, "off"_L1, bundle.off);
    out.integer("place"_L1, bundle.place);
    out.integer("quantity"_L1, bundle.quantity.units());
    out.id("variant"_L1, bundle.variant);
    out.endObject();
}

template<class Writer>
void write(Writer &out, const SaleLine &line)
{
    if (line.bundle)
        writeBundle(out, *line.bundle);
    writeMoney(out, "cart_discount"_L1, line.cartDiscount);
    writeList(out, "discounts"_L1, line.discounts);
    writeIfThere(out, "gift_card"_L1, line.giftCard);
    writeMoney(out, "gross"_L1, line.gross);
    if (!line.modifiers.isEmpty())
        writeList(out, "modifiers"_L1, line.modifiers);
    out.text("name"_L1, line.name);
    writeMoney(out, "net"_L1, line.net);
    out.text("note"_L1, line.note);
    out.text("options"_L1, line.options);
    writePrice(out, "price"_L1, line.price);
    out.id("product"_L1, line.product);
    out.integer("quantity"_L1, line.quantity.units());
    out.text("sku"_L1, line.sku);
    writeMoney(out, "tax"_L1, line.tax);
    out.integer("tax_rate"_L1, line.taxRate.tenThousandths());
    out.text("unit"_L1, unitText(line.unit));
    out.id("variant"_L1, line.variant);
}

template<class Writer>
void writeSale(Writer &out, const Sale &sale, SaleForm form)
{
    const bool whole = form == SaleForm::Entity;
    out.beginObject();
    if (whole)
        out.id("cashier"_L1, sale.cashier);
    if (whole)
        out.time("completed_at"_L1, sale.completedAt);
    out.id("customer"_L1, sale.customer);
    if (!sale.customerNote.isEmpty())
        out.text("customer_note"_L1, sale.customerNote);
    writeList(out, "discounts"_L1, sale.discounts);
    if (whole)
        out.id("id"_L1, sale.id);
    writeList(out, "lines"_L1, sale.lines);
    if (whole)
        out.id("location"_L1, sale.location);
    out.text("note"_L1, sale.note);
    out.text("number"_L1, sale.number);
    writeList(out, "payments"_L1, sale.payments);
    if (sale.points != 0)
        out.integer("points"_L1, sale.points);
    out.boolean("prices_include_tax"_L1, sale.pricesInclude == PricesInclude::Tax);
    if (whole)
        out.id("register"_L1, sale.registerId);
    // Without it the document is what it was before there were returns, to the byte (ADR 050).
    if (sale.takesBack())
        writeList(out, "returns"_L1, sale.returns);
    writeMoney(out, "rounding"_L1, sale.rounding);
    out.id("shift"_L1, sale.shift);
    writeList(out, "taxes"_L1, sale.taxes);
    writeMoney(out, "total"_L1, sale.total);
    out.endObject();
}

template<class Writer>
void write(Writer &out, const ShiftZ &z)
{
    const ShiftFigures &figures = z.figures;
    writeList(out, "by_method"_L1, figures.byMethod);
    writeList(out, "by_tax"_L1, figures.byTax);
    writeMoney(out, "discounts"_L1, figures.discounts);
    out.text("first"_L1, figures.firstNumber);
    if (!figures.giftCards.isZero())
        writeMoney(out, "gift_cards"_L1, figures.giftCards);
    out.text("last"_L1, figures.lastNumber);
    writeList(out, "late"_L1, z.late);
    writeList(out, "movements"_L1, figures.movements);
    out.integer("number"_L1, z.number);
    writeMoney(out, "perpetual"_L1, z.perpetual);
    writeMoney(out, "returns"_L1, figures.returns);
    writeMoney(out, "rounding"_L1, figures.rounding);
    out.integer("sale_count"_L1, figures.saleCount);
    writeMoney(out, "sales_total"_L1, figures.salesTotal);
}

template<class Writer>
void writeShift(Writer &out, const Shift &shift)
{
    out.beginObject();
    out.text("business_day"_L1, shift.businessDay.toString(Qt::ISODate));
    writeMoney(out, "cash_total"_L1, shift.cashTotal);
    out.time("closed_at"_L1, shift.closedAt);
    out.id("closed_by"_L1, shift.closedBy);
    writeMoney(out, "counted"_L1, shift.counted);
    writeMoney(out, "expected"_L1, shift.expected);
    writeMoney(out, "float"_L1, shift.floatAmount);
    out.id("id"_L1, shift.id);
    out.id("location"_L1, shift.location);
    if (!shift.movedTotal.isZero())
        writeMoney(out, "moved_total"_L1, shift.movedTotal);
    out.time("opened_at"_L1, shift.openedAt);
    out.id("opened_by"_L1, shift.openedBy);
    if (!shift.pieces.isEmpty())
        writeList(out, "pieces"_L1, shift.pieces);
    out.id("register"_L1, shift.registerId);
    out.integer("sale_count"_L1, shift.saleCount);
    writeMoney(out, "sales_total"_L1, shift.salesTotal);
    out.text("state"_L1, shift.state == ShiftState::Closed ? QStringLiteral("closed") : QStringLiteral("open"));
    if (shift.z) {
        out.beginObject("z"_L1);
        write(out, *shift.z);
        out.endObject();
    }
    out.endObject();
}

bool fits(const QString &text, qsizetype minLength, qsizetype maxLength)
{
    return text.size() >= minLength && text.size() <= maxLength && !text.contains(QChar(u'\0')) && text.isValidUtf16();
}

bool isRate(std::int32_t tenThousandths)
{
    return tenThousandths >= 0 && tenThousandths <= TaxRate::maximum;
}

template<class Tag>
bool isNoNullId(const std::optional<Id<Tag>> &id)
{
    return !id || !id->isNull();
}

bool fits(const QList<SaleDiscount> &discounts)
{
    return discounts.size() <= limit::discounts &&
           std::all_of(discounts.begin(), discounts.end(), [](const SaleDiscount &discount) {
               return fits(discount.label, 0, limit::label) && isRate(discount.tenThousandths.value_or(0)) &&
                      fits(discount.coupon, 0, limit::coupon) && isNoNullId(discount.promotion) &&
                      discount.points >= 0 && discount.points <= limit::points;
           });
}

bool fits(const SaleModifier &modifier)
{
    return !modifier.modifier.isNull() && fits(modifier.name, 0, limit::text);
}

bool fits(const SaleBundle &bundle)
{
    return bundle.place >= 0 && bundle.place < limit::lines && !bundle.variant.isNull() &&
           fits(bundle.name, 0, limit::text) && bundle.quantity.units() >= 1 &&
           bundle.quantity.units() <= Quantity::maxLine;
}

bool fits(const Payment &payment)
{
    const CardSlip slip = payment.card.value_or(CardSlip());
    return fits(slip.brand, 0, limit::brand) && fits(slip.reference, 0, limit::reference) &&
           isNoNullId(payment.giftCard) && isNoNullId(payment.intent);
}

bool fits(const SaleLine &line)
{
    return !line.variant.isNull() && !line.product.isNull() && fits(line.sku, 0, limit::text) &&
           fits(line.name, 0, limit::text) && fits(line.options, 0, limit::options) &&
           fits(line.note, 0, limit::note) && line.quantity.units() >= 1 &&
           line.quantity.units() <= Quantity::maxLine && !line.price.amount.isNegative() && line.price.per >= 1 &&
           line.price.per <= limit::per && isRate(line.taxRate.tenThousandths()) && fits(line.discounts) &&
           line.modifiers.size() <= limit::modifiers && isNoNullId(line.giftCard) &&
           (!line.bundle || fits(*line.bundle)) &&
           std::ranges::all_of(line.modifiers, [](const SaleModifier &modifier) { return fits(modifier); });
}

bool fits(const ReturnedLine &line)
{
    const bool isIdentified = !line.variant.isNull() && !line.product.isNull() && !(line.sale && line.sale->isNull());
    return isIdentified && fits(line.number, 0, limit::number) && fits(line.sku, 0, limit::text) &&
           fits(line.name, 0, limit::text) && fits(line.options, 0, limit::options) &&
           fits(line.reason, 0, limit::reason) && line.quantity.units() >= 1 &&
           line.quantity.units() <= Quantity::maxLine && isRate(line.taxRate.tenThousandths()) &&
           line.line.value_or(0) >= 0 && line.line.value_or(0) < limit::lines && line.points >= -limit::points &&
           line.points <= limit::points;
}

} // namespace

QJsonObject toJson(const Shift &shift)
{
    json::ObjectWriter out;
    writeShift(out, shift);
    return out.take();
}

QByteArray canonicalBytes(const Shift &shift)
{
    json::CanonicalWriter out;
    writeShift(out, shift);
    return out.take();
}

QJsonObject toJson(const ShiftZ &z)
{
    json::ObjectWriter out;
    out.beginObject();
    write(out, z);
    out.endObject();
    return out.take();
}

QJsonArray toJson(const QList<CountedPiece> &pieces)
{
    json::ObjectWriter out;
    out.beginObject();
    writeList(out, "pieces"_L1, pieces);
    out.endObject();
    return out.take().value("pieces"_L1).toArray();
}

QJsonObject toJson(const Sale &sale)
{
    json::ObjectWriter out;
    writeSale(out, sale, SaleForm::Entity);
    return out.take();
}

QByteArray canonicalBytes(const Sale &sale)
{
    json::CanonicalWriter out;
    writeSale(out, sale, SaleForm::Entity);
    return out.take();
}

QJsonObject bodyToJson(const Sale &sale)
{
    json::ObjectWriter out;
    writeSale(out, sale, SaleForm::Body);
    return out.take();
}

QByteArray canonicalBody(const Sale &sale)
{
    json::CanonicalWriter out;
    writeSale(out, sale, SaleForm::Body);
    return out.take();
}

bool readsBackUnchanged(const Sale &sale)
{
    return hasOneCurrency(sale) && (!sale.lines.isEmpty() || sale.takesBack()) && sale.lines.size() <= limit::lines &&
           sale.returns.size() <= limit::returns && fits(sale.number, 1, limit::number) &&
           fits(sale.note, 0, limit::note) && fits(sale.customerNote, 0, limit::note) && fits(sale.discounts) &&
           sale.taxes.size() <= limit::taxes && sale.payments.size() <= limit::payments &&
           std::ranges::all_of(sale.payments, [](const Payment &payment) { return fits(payment); }) &&
           std::all_of(sale.lines.begin(), sale.lines.end(), [](const SaleLine &line) { return fits(line); }) &&
           std::all_of(sale.returns.begin(), sale.returns.end(), [](const ReturnedLine &line) { return fits(line); });
}

} // namespace crema::codec
