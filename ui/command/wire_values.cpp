// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/wire_values.h"

#include "models/catalog/barcode.h"
#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/gift_card_codec.h"
#include "models/feed/json_values.h"
#include "models/feed/payment_intent_codec.h"
#include "models/feed/selling_writer.h"
#include "models/money/money_json.h"
#include "models/operations/operation_codec.h"
#include "ui/presenters/catalog/bundle_changes.h"
#include "ui/presenters/selling/payment_words.h"

#include <QJsonArray>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

QString stateOf(const presenters::QueueEntry &entry)
{
    if (entry.needsAttention)
        return u"attention"_s;
    const bool known = entry.state == sync::OperationState::Receipted || entry.state == sync::OperationState::Visible;
    return known ? u"synced"_s : u"queued"_s;
}

QJsonValue acknowledgementOf(const presenters::QueueEntry &entry)
{
    return entry.acknowledgement ? QJsonValue(acknowledgementToJson(*entry.acknowledgement))
                                 : QJsonValue(QJsonValue::Null);
}

/// Codes as they are printed on products: what a person or a script compares them with.
QStringList shownBarcodes(const QStringList &normalised)
{
    QStringList shown;
    for (const QString &code : normalised) {
        const Result<Barcode> barcode = Barcode::parse(code);
        shown.append(barcode ? barcode->display() : code);
    }
    return shown;
}

} // namespace

QJsonValue onHandJson(const presenters::VariantView &variant)
{
    return variant.isStockHidden ? QJsonValue(QJsonValue::Null)
                                 : QJsonValue(static_cast<qint64>(variant.onHand.units()));
}

QJsonObject productJson(const presenters::ProductView &view)
{
    QJsonObject json = codec::toJson(view.product);
    QJsonArray variants;
    for (const presenters::VariantView &variant : view.variants) {
        QJsonObject each = codec::toJson(variant.variant);
        each.insert(u"barcodes"_s, QJsonArray::fromStringList(shownBarcodes(variant.variant.barcodes)));
        each.insert(u"on_hand"_s, onHandJson(variant));
        if (variant.isCostHidden)
            each.remove(u"cost"_s);
        if (variant.variant.isBundle())
            each.insert(u"parts"_s, QJsonArray::fromStringList(presenters::partWords(variant)));
        variants.append(each);
    }
    json.insert(u"variants"_s, variants);
    json.insert(u"category_names"_s, QJsonArray::fromStringList(view.categoryNames));
    json.insert(u"schema"_s, u"product/1"_s);
    return json;
}

QJsonObject saleJson(const presenters::SaleView &view)
{
    QJsonObject json = codec::toJson(view.sale);
    Money change(0, view.sale.total.currency());
    Money tip = change;
    for (const Payment &payment : view.sale.payments) {
        change += payment.change;
        tip += payment.tip;
    }
    json.insert(u"change"_s, moneyToJson(change));
    json.insert(u"tip"_s, moneyToJson(tip));
    json.insert(u"state"_s, stateText(view.state));
    json.insert(u"customer_name"_s, textOrNull(view.customerName));
    json.insert(u"cashier_name"_s, textOrNull(view.cashierName));
    json.insert(u"shares_number"_s, view.sharesNumber);
    json.insert(u"schema"_s, u"sale/1"_s);
    return json;
}

QJsonObject shiftJson(const Shift &shift)
{
    QJsonObject json = codec::toJson(shift);
    // A closed drawer tells what was missing; an open one has not been counted.
    json.insert(u"difference"_s,
                shift.counted ? QJsonValue(moneyToJson(shift.difference())) : QJsonValue(QJsonValue::Null));
    json.insert(u"moved_total"_s, moneyToJson(shift.movedTotal));
    json.insert(u"schema"_s, u"shift/1"_s);
    return json;
}

QJsonObject shiftTotalsJson(const ShiftTotals &totals)
{
    using codec::optionalId;
    using codec::optionalMoney;
    using codec::optionalTime;
    // What was added up, as a Z has it on the wire.
    QJsonObject json = codec::toJson(ShiftZ{totals.number.value_or(0), totals.figures, totals.late, totals.perpetual});
    const QJsonObject about{{u"number"_s, codec::optionalInteger(totals.number)},
                            {u"kind"_s, totals.number ? u"z"_s : u"x"_s},
                            {u"shift"_s, totals.shift.toString()},
                            {u"register"_s, totals.registerId.toString()},
                            {u"location"_s, totals.location.toString()},
                            {u"business_day"_s, totals.businessDay.toString(Qt::ISODate)},
                            {u"opened_at"_s, totals.openedAt.toString()},
                            {u"opened_by"_s, optionalId(totals.openedBy)},
                            {u"closed_at"_s, optionalTime(totals.closedAt)},
                            {u"closed_by"_s, optionalId(totals.closedBy)},
                            {u"float"_s, moneyToJson(totals.floatAmount)},
                            {u"cash_total"_s, moneyToJson(totals.cashTotal)},
                            {u"moved_total"_s, moneyToJson(totals.moved)},
                            {u"expected"_s, moneyToJson(totals.expected)},
                            {u"counted"_s, optionalMoney(totals.counted)},
                            {u"pieces"_s, codec::toJson(totals.pieces)},
                            {u"difference"_s, optionalMoney(totals.difference)},
                            {u"schema"_s, u"shift-report/1"_s}};
    for (auto member = about.begin(); member != about.end(); ++member)
        json.insert(member.key(), member.value());
    return json;
}

QJsonObject cashMovementJson(const CashMovement &movement)
{
    QJsonObject json = codec::toJson(movement);
    json.insert(u"schema"_s, u"cash-movement/1"_s);
    return json;
}

QJsonObject giftCardJson(const presenters::GiftCardView &view)
{
    QJsonObject json = codec::toJson(view.card);
    json.remove(u"code_hash"_s);
    json.insert(u"customer_name"_s, textOrNull(view.customer));
    json.insert(u"payable"_s, moneyToJson(view.payable));
    QJsonArray entries;
    for (const GiftEntry &entry : view.entries)
        entries.append(codec::toJson(entry));
    json.insert(u"entries"_s, entries);
    json.insert(u"schema"_s, u"gift-card/1"_s);
    return json;
}

QJsonObject paymentJson(const PaymentIntent &intent)
{
    QJsonObject json = codec::toJson(intent);
    // Unknown is null in what verbs answer.
    for (const QString &name :
         {u"brand"_s, u"last_digits"_s, u"problem"_s, u"reason"_s, u"reference"_s, u"url"_s, u"description"_s})
        json.insert(name, textOrNull(json.value(name).toString()));
    json.insert(u"holds_shift"_s, intent.holdsShift());
    json.insert(u"text"_s, intentSentence(intent));
    json.insert(u"schema"_s, u"payment/1"_s);
    return json;
}

QJsonObject customerJson(const Customer &customer)
{
    QJsonObject json = codec::toJson(customer);
    if (!customer.consent)
        json.insert(u"consent"_s, QJsonValue(QJsonValue::Null));
    json.insert(u"schema"_s, u"customer/1"_s);
    return json;
}

QJsonObject personJson(const Person &person)
{
    QJsonObject json = codec::toJson(person);
    json.remove(u"pin_hash"_s);
    json.remove(u"badge_hash"_s);
    // Those of an own role too, as they are now.
    json.insert(u"permissions"_s, codec::permissionArray(person.permissions));
    json.insert(u"schema"_s, u"person/1"_s);
    return json;
}

QJsonObject queueEntryJson(const presenters::QueueEntry &entry)
{
    const Operation &operation = entry.operation;
    return {{u"schema"_s, u"operation/1"_s},
            {u"id"_s, operation.id.toString()},
            {u"type"_s, operation.type},
            {u"subject"_s, QJsonObject{{u"type"_s, operation.subject.type},
                                       {u"id"_s, operation.subject.id.toString(QUuid::WithoutBraces)},
                                       {u"name"_s, textOrNull(entry.subjectName)}}},
            {u"occurred_at"_s, operation.occurredAt.toString()},
            {u"sequence"_s,
             entry.sequence ? QJsonValue(static_cast<qint64>(*entry.sequence)) : QJsonValue(QJsonValue::Null)},
            {u"state"_s, stateOf(entry)},
            {u"acknowledgement"_s, acknowledgementOf(entry)},
            {u"body"_s, operation.body}};
}

QJsonObject problemJson(const Problem &problem)
{
    QJsonArray details;
    for (const FieldProblem &field : problem.fields)
        details.append(QJsonObject{{u"field"_s, field.field}, {u"message"_s, field.message}});
    return {{u"code"_s, problem.code},
            {u"message"_s, problem.message},
            {u"hint"_s, textOrNull(problem.hint)},
            {u"details"_s, details}};
}

QString stateText(presenters::SyncState state)
{
    switch (state) {
    case presenters::SyncState::Queued:
    case presenters::SyncState::Sent: // until the answer is known, it counts as not arrived
        return u"queued"_s;
    case presenters::SyncState::Synced: return u"synced"_s;
    case presenters::SyncState::NeedsAttention: break;
    }
    return u"attention"_s;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace crema::command
