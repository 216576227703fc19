// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/payments_presenter.h"

#include "ui/presenters/selling/payment_words.h"
#include "ui/presenters/syncing/clock_wait.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::PaymentsPresenter)
};

constexpr std::int64_t mostListed = 1'000;
constexpr std::int64_t pauseMs = 1'000; ///< the customer needs longer anyway
constexpr std::int64_t sliceMs = 200;   ///< so that a stop is heard while waiting

Problem notInTime(const PaymentIntent &intent)
{
    return {ProblemKind::Unavailable,
            u"sync.timeout"_s,
            Texts::tr("Not decided in time: %1.").arg(intentBadge(intent).text),
            Texts::tr("Do not charge again. Look again: crema payment show %1").arg(intent.id.toString()),
            {}};
}

Problem isStopped(const PaymentIntent &intent)
{
    return {ProblemKind::Failed,
            u"sync.stopped"_s,
            Texts::tr("Stopped; the payment goes on."),
            Texts::tr("Give it up with: crema payment cancel %1").arg(intent.id.toString()),
            {}};
}

} // namespace

QCoro::Task<Result<QList<PaymentIntent>>> PaymentsPresenter::list(bool holdsShiftOnly, std::int64_t limit) const
{
    sync::PaymentFilter filter;
    filter.holdsShiftOnly = holdsShiftOnly;
    filter.limit = static_cast<int>(std::min(limit, mostListed));
    return m_client.paymentIntents(filter);
}

QCoro::Task<Result<PaymentIntent>> PaymentsPresenter::find(QString id) const
{
    sync::Client &client = m_client;
    const std::optional<PaymentIntentId> known = PaymentIntentId::fromString(id.trimmed());
    if (!known) {
        co_return failure(ProblemKind::NotFound, u"payment.unknown"_s,
                          Texts::tr("\"%1\" is the id of no payment.").arg(id.trimmed()),
                          Texts::tr("crema payment list shows them with their ids."));
    }
    co_return co_await client.paymentIntent(*known);
}

QCoro::Task<Result<PaymentIntent>> PaymentsPresenter::ask(std::int64_t minor, IntentChannel channel,
                                                          QString description) const
{
    sync::Client &client = m_client;
    // A program that was just started knows of the platform what the one before did.
    const Result<sync::SyncReport> before = co_await client.syncOnce();
    if (!before)
        co_return failure(before.error());
    sync::PaymentAsk wanted;
    wanted.amount = Money(minor, client.state().currency());
    wanted.channel = channel;
    wanted.description = description;
    co_return co_await client.askPayment(wanted);
}

QCoro::Task<Result<PaymentIntent>> PaymentsPresenter::follow(PaymentIntentId id, bool untilDecided,
                                                             std::int64_t timeoutMs,
                                                             std::function<bool()> stopRequested) const
{
    sync::Client &client = m_client;
    Clock &clock = m_clock;
    const std::int64_t endMs = clock.monotonicMs() + timeoutMs;
    while (true) {
        // What this round did not reach, the next one may.
        const Result<sync::SyncReport> round = co_await client.syncOnce();
        if (!round)
            co_return failure(round.error());
        const Result<PaymentIntent> intent = co_await client.paymentIntent(id);
        if (!intent)
            co_return failure(intent.error());
        const bool isReached = untilDecided ? !intent->isUndecided() : intent->state != IntentState::Asked;
        if (isReached)
            co_return intent;
        for (std::int64_t waited = 0; waited < pauseMs; waited += sliceMs) {
            if (stopRequested && stopRequested())
                co_return failure(isStopped(*intent));
            if (clock.monotonicMs() >= endMs)
                co_return failure(notInTime(*intent));
            co_await ClockWait(clock, std::min(sliceMs, endMs - clock.monotonicMs()));
        }
    }
}

QCoro::Task<Result<PaymentIntent>> PaymentsPresenter::cancel(QString id) const
{
    sync::Client &client = m_client;
    Clock &clock = m_clock;
    const Result<PaymentIntent> known = co_await PaymentsPresenter(client, clock).find(id);
    if (!known)
        co_return failure(known.error());
    co_return co_await client.cancelPayment(known->id);
}

QCoro::Task<Result<PaymentIntent>> PaymentsPresenter::settle(QString id, IntentVerdict verdict, QString reason,
                                                             std::optional<ApproverWord> approver) const
{
    sync::Client &client = m_client;
    Clock &clock = m_clock;
    const Result<PaymentIntent> known = co_await PaymentsPresenter(client, clock).find(id);
    if (!known)
        co_return failure(known.error());
    GivenApproval given(client, std::move(approver));
    auto settling = given.of([&] { return client.settlePayment(known->id, verdict, reason); });
    co_return given.told(co_await settling);
}

} // namespace crema::presenters
