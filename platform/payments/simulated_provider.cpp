// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/simulated_provider.h"

#include "platform/database/transaction.h"

#include <algorithm>

namespace crema::platform {
namespace {

ProviderAnswer lost(const QString &problem)
{
    ProviderAnswer answer;
    answer.problem = problem;
    return answer;
}

ProviderOutcome outcomeOf(const QString &state)
{
    if (state == u"paid")
        return ProviderOutcome::Paid;
    if (state == u"declined")
        return ProviderOutcome::Failed;
    return state == u"cancelled" ? ProviderOutcome::Cancelled : ProviderOutcome::Open;
}

} // namespace

void SimulatedProvider::setAddress(const QString &address)
{
    const std::lock_guard lock(m_mutex);
    m_address = address;
}

ProviderAnswer SimulatedProvider::ask(const PaymentQuestion &question)
{
    const PaymentIntent &intent = question.intent;
    run("payments/simulate_asking", {intent.id, intentChannelText(intent.channel), intent.amount.minor(),
                                     intent.amount.currency().code(), intent.description, question.firstAskedAt});
    return answer(intent.id);
}

ProviderAnswer SimulatedProvider::status(const PaymentQuestion &question)
{
    return answer(question.intent.id);
}

ProviderAnswer SimulatedProvider::cancel(const PaymentQuestion &question)
{
    run("payments/end_simulated", {question.intent.id, QStringLiteral("cancelled")});
    return answer(question.intent.id);
}

bool SimulatedProvider::losesAnswer(PaymentIntentId id)
{
    return retrying([&] { return m_pool.borrow()->run("payments/take_lost_answer", {id}).affected() > 0; });
}

ProviderAnswer SimulatedProvider::answer(PaymentIntentId id)
{
    run("payments/approve_at_simulated_reader", {id, m_clock.now().plusMs(-readerMs)});
    if (losesAnswer(id))
        return lost(QStringLiteral("answer_lost"));
    const std::optional<SimulatedPayment> found = payment(id);
    ProviderAnswer answer;
    // It did not hear of it, and would have to be asked to: nothing was taken, and nothing will be.
    answer.outcome = found ? outcomeOf(found->state) : ProviderOutcome::Failed;
    answer.problem = found ? QString() : QStringLiteral("not_found");
    answer.reference = QStringLiteral("simulated_%1").arg(id.toString());
    if (answer.outcome == ProviderOutcome::Failed && found)
        answer.problem = QStringLiteral("card_declined");
    if (answer.outcome == ProviderOutcome::Paid) {
        answer.brand = QStringLiteral("visa");
        answer.lastDigits = QStringLiteral("4242");
    }
    if (answer.outcome == ProviderOutcome::Open && found->channel == IntentChannel::Link) {
        const std::lock_guard lock(m_mutex);
        answer.url = QStringLiteral("%1/pay/%2").arg(m_address, id.toString());
    }
    return answer;
}

RefundAnswer SimulatedProvider::refund(const PaymentIntent &intent, const Money &amount, const QString &key)
{
    const RefundAnswer answer = retrying([&] { return refundOnce(intent, amount, key); });
    return losesAnswer(intent.id) ? RefundAnswer{RefundOutcome::Unknown, QStringLiteral("answer_lost")} : answer;
}

RefundAnswer SimulatedProvider::refundOnce(const PaymentIntent &intent, const Money &amount, const QString &key)
{
    const auto connection = m_pool.borrow();
    Transaction transaction(*connection);
    const Rows paid = transaction.run("payments/lock_simulated", {intent.id});
    if (paid.isEmpty())
        return {RefundOutcome::Refused, QStringLiteral("not_paid")};
    const Rows before = transaction.run("payments/find_simulated_refund", {key});
    if (!before.isEmpty()) {
        const bool isSame = before.number(0, 0) == amount.minor();
        return isSame ? RefundAnswer{RefundOutcome::Done, {}}
                      : RefundAnswer{RefundOutcome::Refused, QStringLiteral("idempotency_error")};
    }
    if (paid.number(0, 1) + amount.minor() > paid.number(0, 0))
        return {RefundOutcome::Refused, QStringLiteral("charge_already_refunded")};
    transaction.run("payments/save_simulated_refund", {key, intent.id, amount.minor()});
    transaction.commit();
    return {RefundOutcome::Done, {}};
}

std::optional<SimulatedPayment> SimulatedProvider::payment(PaymentIntentId id)
{
    const Rows rows = retrying([&] { return m_pool.borrow()->run("payments/load_simulated", {id}); });
    if (rows.isEmpty())
        return std::nullopt;
    return SimulatedPayment{intentChannelFromText(rows.text(0, 0)).value_or(IntentChannel::Link),
                            Money(rows.number(0, 1), Currency::fromCode(rows.text(0, 2)).value_or(Currency())),
                            rows.text(0, 3), rows.text(0, 4)};
}

void SimulatedProvider::pay(PaymentIntentId id)
{
    run("payments/capture_simulated", {id});
}

void SimulatedProvider::decline(PaymentIntentId id)
{
    run("payments/end_simulated", {id, QStringLiteral("declined")});
}

void SimulatedProvider::hold(PaymentIntentId id)
{
    run("payments/end_simulated", {id, QStringLiteral("held")});
}

void SimulatedProvider::loseAnswers(PaymentIntentId id, int count)
{
    run("payments/lose_simulated_answers", {id, std::clamp(count, 0, mostLostAnswers)});
}

void SimulatedProvider::run(const char *statement, const Params &params)
{
    retrying([&] { m_pool.borrow()->run(statement, params); });
}

} // namespace crema::platform
