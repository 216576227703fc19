// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/payment_bodies.h"

#include "models/base/json_fields.h"
#include "models/money/money_json.h"

#include <QCoreApplication>

namespace crema::body {
namespace {

const QString malformed = QStringLiteral("operation.malformed");

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::body)
};

constexpr qsizetype longestWord = 40;

} // namespace

QJsonObject toJson(const PaymentAsk &body)
{
    return {{QStringLiteral("amount"), moneyToJson(body.amount)},
            {QStringLiteral("channel"), intentChannelText(body.channel)},
            {QStringLiteral("description"), body.description},
            {QStringLiteral("shift"), body.shift.toString()}};
}

Result<PaymentAsk> readPaymentAsk(const Operation &operation)
{
    JsonFields fields(operation.body);
    PaymentAsk body;
    body.shift = fields.id<ShiftId>(QStringLiteral("shift"));
    body.amount = readMoney(fields, QStringLiteral("amount"));
    body.description = fields.text(QStringLiteral("description"), 0, PaymentIntent::longestDescription);
    const auto channel = intentChannelFromText(fields.text(QStringLiteral("channel"), 1, longestWord));
    if (!channel)
        fields.add(QStringLiteral("channel"), Texts::tr("This way to pay is not known here."));
    body.channel = channel.value_or(IntentChannel::Link);
    if (body.amount.minor() <= 0)
        fields.add(QStringLiteral("amount"), Texts::tr("A payment has to be more than zero."));
    return fields.result(body, malformed);
}

QJsonObject toJson(const PaymentSettle &body)
{
    return {{QStringLiteral("reason"), body.reason}, {QStringLiteral("verdict"), intentVerdictText(body.verdict)}};
}

Result<PaymentSettle> readPaymentSettle(const Operation &operation)
{
    JsonFields fields(operation.body);
    PaymentSettle body;
    body.reason = fields.text(QStringLiteral("reason"), 1, PaymentIntent::longestReason);
    const auto verdict = intentVerdictFromText(fields.text(QStringLiteral("verdict"), 1, longestWord));
    if (!verdict)
        fields.add(QStringLiteral("verdict"), Texts::tr("This verdict is not known here."));
    body.verdict = verdict.value_or(IntentVerdict::Failed);
    return fields.result(body, malformed);
}

} // namespace crema::body
