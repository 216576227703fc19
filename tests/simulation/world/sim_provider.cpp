// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/sim_provider.h"

#include <algorithm>

namespace crema::simulation {

namespace {

using State = SimProvider::Payment::State;

/// Most customers stand before the till; some go home first.
constexpr std::int64_t latestMs = 40'000;

} // namespace

bool SimProvider::isLost()
{
    return m_lost > 0 && m_dice.chance(m_lost);
}

ProviderAnswer SimProvider::ask(const platform::PaymentQuestion &question)
{
    if (isLost())
        return {};
    const PaymentIntentId id = question.intent.id;
    if (!m_books.contains(id)) {
        Payment fresh;
        fresh.amount = question.intent.amount.minor();
        m_books.insert(id, fresh);
        if (m_lost < 0)
            decide(id);
        else
            m_scheduler.after(m_dice.between(0, latestMs), [this, id] { decide(id); });
    }
    return answer(id);
}

ProviderAnswer SimProvider::status(const platform::PaymentQuestion &question)
{
    return isLost() ? ProviderAnswer() : answer(question.intent.id);
}

ProviderAnswer SimProvider::cancel(const platform::PaymentQuestion &question)
{
    if (isLost())
        return {};
    giveUp(question.intent.id);
    return answer(question.intent.id);
}

platform::RefundAnswer SimProvider::refund(const PaymentIntent &intent, const Money &amount, const QString &key)
{
    using platform::RefundOutcome;
    if (isLost())
        return {};
    Payment &payment = m_books[intent.id];
    if (!payment.refunds.contains(key)) {
        if (payment.state != State::Paid || payment.refunded + amount.minor() > payment.amount)
            return {RefundOutcome::Refused, QStringLiteral("charge_already_refunded")};
        payment.refunds.insert(key, amount.minor());
        payment.refunded += amount.minor();
    } else if (payment.refunds.value(key) != amount.minor()) {
        return {RefundOutcome::Refused, QStringLiteral("idempotency_error")};
    }
    return isLost() ? platform::RefundAnswer() : platform::RefundAnswer{RefundOutcome::Done, {}};
}

ProviderAnswer SimProvider::answer(PaymentIntentId id)
{
    if (isLost())
        return {};
    ProviderAnswer answer;
    answer.reference = QStringLiteral("sim_%1").arg(id.toString());
    const auto payment = m_books.constFind(id);
    if (payment == m_books.constEnd()) {
        // It never heard of it, and hears no more: whoever asks for what has become of it does not ask anew.
        m_books[id].state = State::Cancelled;
        answer.outcome = ProviderOutcome::Failed;
        answer.problem = QStringLiteral("not_found");
        return answer;
    }
    switch (payment->state) {
    case State::Open: answer.outcome = ProviderOutcome::Open; break;
    case State::Paid: answer.outcome = ProviderOutcome::Paid; break;
    case State::Declined: answer.outcome = ProviderOutcome::Failed; break;
    case State::Cancelled: answer.outcome = ProviderOutcome::Cancelled; break;
    }
    return answer;
}

/// The customer pays, has no cover, or goes away without a word.
void SimProvider::decide(PaymentIntentId id)
{
    Payment &payment = m_books[id];
    if (payment.state != State::Open)
        return;
    const std::int64_t what = m_dice.between(0, 99);
    if (what < 75) {
        payment.state = State::Paid;
        ++payment.captures;
    } else if (what < 85 || m_lost < 0) {
        payment.state = State::Declined;
    }
}

bool SimProvider::hasMoney(PaymentIntentId id) const
{
    const auto payment = m_books.constFind(id);
    return payment != m_books.constEnd() && payment->state == State::Paid;
}

bool SimProvider::mayTake(PaymentIntentId id) const
{
    const auto payment = m_books.constFind(id);
    return payment != m_books.constEnd() && (payment->state == State::Open || payment->state == State::Paid);
}

void SimProvider::giveUp(PaymentIntentId id)
{
    Payment &payment = m_books[id];
    if (payment.state == State::Open)
        payment.state = State::Cancelled;
}

void SimProvider::settle()
{
    m_lost = -1;
    const QList<PaymentIntentId> all = m_books.keys();
    QList<PaymentIntentId> inOrder = all;
    std::sort(inOrder.begin(), inOrder.end()); // a hash has no order of its own
    for (const PaymentIntentId &id : std::as_const(inOrder))
        decide(id);
}

} // namespace crema::simulation
