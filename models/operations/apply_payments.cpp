// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_payments.h"

#include "models/money/checked.h"
#include "models/operations/payment_bodies.h"
#include "models/operations/refusals.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

Problem missingPlace()
{
    return {ProblemKind::Invalid,
            QStringLiteral("operation.malformed"),
            QCoreApplication::translate("crema::Operation", "The operation does not say where it happened."),
            QCoreApplication::translate("crema::Operation", "Enrol the device and do it again."),
            {}};
}

/// The intent is what pays the sale, whatever else is wrong with it.
PaymentIntent paying(PaymentIntent intent, const Payment &payment, SaleId sale, QStringList &reviews)
{
    if (intent.sale && *intent.sale != sale) {
        reviews.append(QStringLiteral("payment.used_twice"));
        return intent; // it stays with the first
    }
    intent.sale = sale;
    if (intent.state != IntentState::Paid)
        reviews.append(QStringLiteral("payment.not_paid"));
    if (!intent.refundAsked.isZero())
        reviews.append(QStringLiteral("payment.given_back"));
    if (checkedAdd(payment.amount, payment.tip) != intent.amount)
        reviews.append(QStringLiteral("payment.amount"));
    return intent;
}

/// The provider gives back what it took and no more: beyond that somebody pays back otherwise.
PaymentIntent payingBack(PaymentIntent intent, const Payment &payment, QStringList &reviews)
{
    const std::optional<Money> wanted = checkedAdd(intent.refundAsked, -payment.amount);
    if (intent.state != IntentState::Paid)
        reviews.append(QStringLiteral("payment.not_paid"));
    if (!wanted || *wanted > intent.amount)
        reviews.append(QStringLiteral("payment.refund_beyond"));
    intent.refundAsked = std::min(wanted.value_or(intent.amount), intent.amount);
    return intent;
}

} // namespace

Effect applyPaymentAsk(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<body::PaymentAsk> body = body::readPaymentAsk(operation);
    if (!body)
        return unreadableFor(body.error());
    if (!operation.location || !operation.registerId)
        return unreadableFor(missingPlace());
    const PaymentIntentId id(operation.subject.id);
    if (aggregates.paymentIntent(id))
        return {}; // it was asked for; whatever became of it stays
    PaymentIntent intent;
    intent.id = id;
    intent.location = *operation.location;
    intent.registerId = *operation.registerId;
    intent.shift = body->shift;
    intent.person = operation.actor;
    intent.askedAt = operation.occurredAt;
    intent.channel = body->channel;
    intent.amount = body->amount;
    intent.description = body->description;
    const Result<PaymentIntent> checked = checkedIntent(intent);
    if (!checked)
        return unreadableFor(checked.error());
    aggregates.save(*checked);
    return {};
}

Effect applyPaymentCancel(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    std::optional<PaymentIntent> intent = aggregates.paymentIntent(PaymentIntentId(operation.subject.id));
    if (!intent)
        return {Outcome::Applied, std::nullopt, {}, {QStringLiteral("payment.unknown")}};
    if (!intent->isUndecided() || intent->isCancelAsked)
        return {};
    intent->isCancelAsked = true;
    aggregates.save(*intent);
    return {};
}

Effect applyPaymentSettle(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<body::PaymentSettle> body = body::readPaymentSettle(operation);
    if (!body)
        return unreadableFor(body.error());
    const std::optional<PaymentIntent> intent = aggregates.paymentIntent(PaymentIntentId(operation.subject.id));
    if (!intent)
        return subjectIsGone();
    const Result<PaymentIntent> after = afterVerdict(*intent, body->verdict, body->reason);
    if (!after)
        return refusedFor(after.error());
    aggregates.save(*after);
    return {};
}

void bookIntents(const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    QList<PaymentIntentId> paid; // an intent pays once in a sale as well
    for (const Payment &payment : sale.payments) {
        if (payment.method != PaymentMethod::Online && !payment.intent)
            continue;
        const std::optional<PaymentIntent> before =
            payment.intent ? aggregates.paymentIntent(*payment.intent) : std::nullopt;
        if (!before) {
            reviews.append(QStringLiteral("payment.unknown"));
            continue;
        }
        if (before->amount.currency() != payment.amount.currency()) {
            reviews.append(QStringLiteral("payment.amount"));
            continue;
        }
        const bool isPaidBack = payment.amount.isNegative();
        if (!isPaidBack && paid.contains(before->id))
            reviews.append(QStringLiteral("payment.used_twice"));
        if (!isPaidBack)
            paid.append(before->id);
        const PaymentIntent after =
            isPaidBack ? payingBack(*before, payment, reviews) : paying(*before, payment, sale.id, reviews);
        if (!(after == *before))
            aggregates.save(after);
    }
}

void reviewOpenIntents(ShiftId shift, Aggregates &aggregates, QStringList &reviews)
{
    const QList<PaymentIntent> intents = aggregates.paymentIntentsOf(shift);
    if (std::ranges::any_of(intents, &PaymentIntent::holdsShift))
        reviews.append(QStringLiteral("payment.open"));
}

} // namespace crema
