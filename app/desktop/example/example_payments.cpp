// SPDX-License-Identifier: GPL-3.0-or-later
// Online payments of a shop that has no provider: who uses it says what one would answer.
#include "app/desktop/example/example_desk.h"

#include <algorithm>

namespace crema::desktop {

namespace {

tl::unexpected<Problem> unknownPayment()
{
    return failure(ProblemKind::NotFound, QStringLiteral("payment.unknown"),
                   QStringLiteral("This payment is not known here."));
}

} // namespace

void ExampleDesk::addPayment(const PaymentIntent &intent)
{
    m_payments.append(intent);
    Q_EMIT dataChanged();
}

void ExampleDesk::answerPayment(PaymentIntentId id, const ProviderAnswer &answer)
{
    for (PaymentIntent &intent : m_payments) {
        if (intent.id == id)
            intent = afterAnswer(intent, answer);
    }
    Q_EMIT dataChanged();
}

QCoro::Task<Result<PaymentIntent>> ExampleDesk::askPayment(sync::PaymentAsk ask)
{
    co_await turn();
    if (const std::optional<Problem> failed = std::exchange(failPayment, std::nullopt))
        co_return failure(*failed);
    PaymentIntent intent;
    intent.id = PaymentIntentId(nextId());
    if (m_state.location)
        intent.location = m_state.location->id;
    if (m_state.registerInfo)
        intent.registerId = m_state.registerInfo->id;
    if (m_state.openShift)
        intent.shift = m_state.openShift->id;
    if (m_state.person)
        intent.person = m_state.person->id;
    intent.askedAt = UtcTime(1'700'000'000'000);
    intent.channel = ask.channel;
    intent.amount = ask.amount;
    intent.description = ask.description;
    intent.refundAsked = intent.refunded = Money(0, ask.amount.currency());
    m_payments.append(intent);
    co_return intent;
}

QCoro::Task<Result<PaymentIntent>> ExampleDesk::paymentIntent(PaymentIntentId id)
{
    co_await turn();
    for (const PaymentIntent &intent : std::as_const(m_payments)) {
        if (intent.id == id)
            co_return intent;
    }
    co_return unknownPayment();
}

QCoro::Task<Result<QList<PaymentIntent>>> ExampleDesk::paymentIntents(sync::PaymentFilter filter)
{
    co_await turn();
    if (const std::optional<Problem> failed = std::exchange(failPayment, std::nullopt))
        co_return failure(*failed);
    QList<PaymentIntent> found;
    for (auto intent = m_payments.crbegin(); intent != m_payments.crend(); ++intent) {
        if ((!filter.holdsShiftOnly || intent->holdsShift()) && (!filter.shift || intent->shift == *filter.shift))
            found.append(*intent);
    }
    std::ranges::stable_partition(found, [](const PaymentIntent &intent) { return intent.holdsShift(); });
    co_return found.first(std::min<qsizetype>(found.size(), filter.limit));
}

QCoro::Task<Result<PaymentIntent>> ExampleDesk::cancelPayment(PaymentIntentId id)
{
    co_await turn();
    for (PaymentIntent &intent : m_payments) {
        if (intent.id != id)
            continue;
        intent.isCancelAsked = true;
        Q_EMIT dataChanged();
        co_return intent;
    }
    co_return unknownPayment();
}

QCoro::Task<Result<PaymentIntent>> ExampleDesk::settlePayment(PaymentIntentId id, IntentVerdict verdict, QString reason)
{
    co_await turn();
    for (PaymentIntent &intent : m_payments) {
        if (intent.id != id)
            continue;
        const Result<PaymentIntent> after = afterVerdict(intent, verdict, reason);
        if (!after)
            co_return failure(after.error());
        intent = *after;
        Q_EMIT dataChanged();
        co_return *after;
    }
    co_return unknownPayment();
}

Result<void> ExampleDesk::bookPayments(const Sale &sale)
{
    for (const Payment &payment : sale.payments) {
        if (!payment.intent)
            continue;
        const auto known = std::ranges::find(m_payments, *payment.intent, &PaymentIntent::id);
        if (known == m_payments.end())
            return unknownPayment();
        if (const Result<void> pays = mayPay(*known, payment.amount); !pays)
            return failure(pays.error());
        known->sale = sale.id;
    }
    return {};
}

} // namespace crema::desktop
