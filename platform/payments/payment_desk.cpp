// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/payment_desk.h"

#include <algorithm>

namespace crema::platform {
namespace {

constexpr std::int64_t secondMs = 1'000;
constexpr std::int64_t minuteMs = 60 * secondMs;
constexpr std::int64_t hourMs = 60 * minuteMs;

/// A customer stands at the till: looked at often, and later seldom. A webhook comes before it anyway.
std::int64_t openWait(std::int64_t ageMs)
{
    if (ageMs < 2 * minuteMs)
        return 2 * secondMs;
    return ageMs < 15 * minuteMs ? 5 * secondMs : minuteMs;
}

/// No answer: again at once, and then less and less, but never never.
std::int64_t silentWait(int tries, std::int64_t ageMs)
{
    constexpr int doublings = 6;
    const std::int64_t wait = secondMs << std::clamp(tries, 0, doublings);
    return ageMs > 24 * hourMs ? std::max(wait, 15 * minuteMs) : wait;
}

bool isRefundDue(const PaymentIntent &intent)
{
    return intent.state == IntentState::Paid && intent.refunded < intent.refundAsked;
}

/// One key for one refund: what has gone back before tells it from those before and after it.
QString refundKey(const PaymentIntent &intent)
{
    return QStringLiteral("%1-refund-%2").arg(intent.id.toString()).arg(intent.refunded.minor());
}

ProviderAnswer answerOf(ProviderOutcome outcome, const QString &problem)
{
    ProviderAnswer answer;
    answer.outcome = outcome;
    answer.problem = problem;
    return answer;
}

} // namespace

const char *deskCallText(DeskCall call)
{
    switch (call) {
    case DeskCall::Ask: return "ask";
    case DeskCall::Status: return "status";
    case DeskCall::Cancel: return "cancel";
    case DeskCall::Refund: return "refund";
    }
    Q_UNREACHABLE();
}

bool PaymentDesk::workOnce(const std::function<void()> &onTaken)
{
    const UtcTime now = m_clock.now();
    const QList<DueIntent> due = m_store.due(now, now.plusMs(claimMs), 1);
    if (due.isEmpty())
        return false;
    if (onTaken)
        onTaken();
    work(due.first());
    return true;
}

void PaymentDesk::work(const DueIntent &due)
{
    const Step step = isRefundDue(due.intent) ? refund(due.intent) : ask(due);
    const int tries = step.isAnswered ? 0 : due.tries + 1;
    m_store.putOff(due.intent.id, nextTurn(due, step, tries), tries);
}

PaymentDesk::Step PaymentDesk::ask(const DueIntent &due)
{
    const PaymentIntent &intent = due.intent;
    const bool isNew = intent.state == IntentState::Asked && !due.firstAskedAt;
    if (isNew)
        return begin(due);
    const bool wasNeverAsked = !due.firstAskedAt && intent.reference.isEmpty();
    if (!intent.isUndecided() && wasNeverAsked)
        return {intent, true, false};
    if (!m_provider) {
        if (!intent.isUndecided())
            return {intent, true, false};
        // It may have been paid to a provider that this platform had before: that is for a person to find out.
        return {take(intent, answerOf(ProviderOutcome::Unknown, QStringLiteral("no_provider"))).intent, false, false};
    }
    const bool isAtReader = intent.channel == IntentChannel::Reader;
    const PaymentQuestion question{intent, isAtReader ? m_store.readerOf(intent.registerId) : QString(),
                                   due.firstAskedAt.value_or(intent.askedAt), true};
    // Also where a person said that nothing was taken: then nothing shall be taken later either.
    const bool isGivenUp = intent.isUndecided() ? intent.isCancelAsked : intent.state != IntentState::Paid;
    if (isGivenUp)
        return take(intent, askTimed(DeskCall::Cancel, question));
    // Noted as asked, and nothing heard: the desk was ended in between. The same key makes it the same question.
    if (intent.state == IntentState::Asked)
        return take(intent, askTimed(DeskCall::Ask, question));
    return take(intent, askTimed(DeskCall::Status, question));
}

PaymentDesk::Step PaymentDesk::begin(const DueIntent &due)
{
    const PaymentIntent &intent = due.intent;
    if (intent.isCancelAsked)
        return take(intent, answerOf(ProviderOutcome::Cancelled, {}));
    if (!m_provider)
        return take(intent, answerOf(ProviderOutcome::Failed, QStringLiteral("no_provider")));
    PaymentQuestion question{intent, {}, m_clock.now(), false};
    if (intent.channel == IntentChannel::Reader) {
        question.reader = m_store.readerOf(intent.registerId);
        if (question.reader.isEmpty())
            return take(intent, answerOf(ProviderOutcome::Failed, QStringLiteral("no_reader")));
    }
    question.firstAskedAt = m_store.beginAsking(intent.id, question.firstAskedAt);
    return take(intent, askTimed(DeskCall::Ask, question));
}

PaymentDesk::Step PaymentDesk::take(const PaymentIntent &intent, const ProviderAnswer &answer)
{
    const std::optional<PaymentIntent> changed =
        m_store.change(intent.id, [&](const PaymentIntent &now) { return afterAnswer(now, answer); });
    const PaymentIntent after = changed.value_or(intent);
    if (after != intent)
        m_watcher.changed(intent, after);
    return {after, answer.outcome != ProviderOutcome::Unknown, false};
}

PaymentDesk::Step PaymentDesk::refund(const PaymentIntent &intent)
{
    if (!m_provider)
        return {intent, false, false};
    const Money before = intent.refunded;
    const Money amount = m_store.beginRefund(intent.id, before, intent.refundAsked - before);
    const std::int64_t startedMs = m_clock.monotonicMs();
    const RefundAnswer answer = m_provider->refund(intent, amount, refundKey(intent));
    const bool isDone = answer.outcome == RefundOutcome::Done;
    m_watcher.asked(DeskCall::Refund, m_clock.monotonicMs() - startedMs, answer.outcome != RefundOutcome::Unknown);
    if (answer.outcome == RefundOutcome::Refused)
        m_watcher.refundRefused(intent, answer.problem);
    const auto changed = m_store.change(intent.id, [&](PaymentIntent now) {
        // Another desk may have counted it already.
        if (isDone && now.refunded == before)
            now.refunded = before + amount;
        const bool isRefused = answer.outcome == RefundOutcome::Refused;
        now.problem = isRefused ? answer.problem.left(PaymentIntent::longestProblem) : QString();
        return now;
    });
    const PaymentIntent after = changed.value_or(intent);
    if (after != intent)
        m_watcher.changed(intent, after);
    return {after, answer.outcome != RefundOutcome::Unknown, answer.outcome == RefundOutcome::Refused};
}

ProviderAnswer PaymentDesk::askTimed(DeskCall call, const PaymentQuestion &question)
{
    const std::int64_t startedMs = m_clock.monotonicMs();
    ProviderAnswer answer;
    if (call == DeskCall::Ask)
        answer = m_provider->ask(question);
    else
        answer = call == DeskCall::Cancel ? m_provider->cancel(question) : m_provider->status(question);
    m_watcher.asked(call, m_clock.monotonicMs() - startedMs, answer.outcome != ProviderOutcome::Unknown);
    return answer;
}

std::optional<UtcTime> PaymentDesk::nextTurn(const DueIntent &due, const Step &step, int tries) const
{
    const UtcTime now = m_clock.now();
    const std::int64_t ageMs = now.msSinceEpoch() - due.firstAskedAt.value_or(now).msSinceEpoch();
    if (!step.isAnswered)
        return now.plusMs(silentWait(tries, ageMs));
    // A person pays it back otherwise, so nobody may do it once more behind them.
    if (step.isRefused)
        return std::nullopt;
    if (isRefundDue(step.intent))
        return now;
    if (step.intent.isUndecided())
        return now.plusMs(openWait(ageMs));
    return std::nullopt;
}

} // namespace crema::platform
