// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/payment_intent_codec.h"

#include "models/base/json_fields.h"
#include "models/feed/json_values.h"

#include <QCoreApplication>

namespace crema::codec {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::codec)
};

constexpr qsizetype longestWord = 40;

/// The enumerator that the member names, or `otherwise`; a word that is not known is left in `fields`.
template<class Value>
Value readWord(JsonFields &fields, const QString &name, std::optional<Value> (*read)(QStringView), Value otherwise)
{
    const std::optional<Value> value = read(fields.text(name, 1, longestWord));
    if (!value)
        fields.add(name, Texts::tr("This word is not known here."));
    return value.value_or(otherwise);
}

} // namespace

QJsonObject toJson(const PaymentIntent &intent)
{
    return {{QStringLiteral("amount"), moneyToJson(intent.amount)},
            {QStringLiteral("asked_at"), intent.askedAt.toString()},
            {QStringLiteral("brand"), intent.brand},
            {QStringLiteral("cancel_asked"), intent.isCancelAsked},
            {QStringLiteral("channel"), intentChannelText(intent.channel)},
            {QStringLiteral("description"), intent.description},
            {QStringLiteral("id"), intent.id.toString()},
            {QStringLiteral("last_digits"), intent.lastDigits},
            {QStringLiteral("location"), intent.location.toString()},
            {QStringLiteral("person"), optionalId(intent.person)},
            {QStringLiteral("problem"), intent.problem},
            {QStringLiteral("reason"), intent.reason},
            {QStringLiteral("reference"), intent.reference},
            {QStringLiteral("refund_asked"), moneyToJson(intent.refundAsked)},
            {QStringLiteral("refunded"), moneyToJson(intent.refunded)},
            {QStringLiteral("register"), intent.registerId.toString()},
            {QStringLiteral("sale"), optionalId(intent.sale)},
            {QStringLiteral("shift"), intent.shift.toString()},
            {QStringLiteral("state"), intentStateText(intent.state)},
            {QStringLiteral("url"), intent.url}};
}

Result<PaymentIntent> readPaymentIntent(const QJsonObject &json)
{
    JsonFields fields(json);
    PaymentIntent intent;
    intent.id = fields.id<PaymentIntentId>(QStringLiteral("id"));
    intent.location = fields.id<LocationId>(QStringLiteral("location"));
    intent.registerId = fields.id<RegisterId>(QStringLiteral("register"));
    intent.shift = fields.id<ShiftId>(QStringLiteral("shift"));
    intent.person = fields.optionalId<PersonId>(QStringLiteral("person"));
    intent.askedAt = fields.time(QStringLiteral("asked_at"));
    intent.channel = readWord(fields, QStringLiteral("channel"), &intentChannelFromText, IntentChannel::Link);
    intent.amount = readMoney(fields, QStringLiteral("amount"));
    intent.description = fields.text(QStringLiteral("description"), 0, PaymentIntent::longestDescription);
    intent.state = readWord(fields, QStringLiteral("state"), &intentStateFromText, IntentState::Unknown);
    intent.isCancelAsked = fields.boolean(QStringLiteral("cancel_asked"));
    intent.url = fields.text(QStringLiteral("url"), 0, PaymentIntent::longestUrl);
    intent.brand = fields.text(QStringLiteral("brand"), 0, PaymentIntent::longestReference);
    intent.lastDigits = fields.text(QStringLiteral("last_digits"), 0, PaymentIntent::longestReference);
    intent.reference = fields.text(QStringLiteral("reference"), 0, PaymentIntent::longestReference);
    intent.problem = fields.text(QStringLiteral("problem"), 0, PaymentIntent::longestProblem);
    intent.reason = fields.text(QStringLiteral("reason"), 0, PaymentIntent::longestReason);
    intent.sale = fields.optionalId<SaleId>(QStringLiteral("sale"));
    intent.refundAsked = readMoney(fields, QStringLiteral("refund_asked"));
    intent.refunded = readMoney(fields, QStringLiteral("refunded"));
    return fields.result(intent, QStringLiteral("entity.malformed"));
}

} // namespace crema::codec
