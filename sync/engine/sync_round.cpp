// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/sync_round.h"

#include "sync/engine/sync_steps.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

Link linkOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accepted: return Link::Online;
    case Verdict::Wait: return Link::Offline;
    case Verdict::SignIn: return Link::NeedsSignIn;
    // What the round can act on was acted on before: here they say that it did not help.
    case Verdict::TooLarge:
    case Verdict::Gap:
    case Verdict::OtherEpoch:
    case Verdict::Refused:
    case Verdict::NotPlatform: return Link::Stopped;
    }
    Q_UNREACHABLE();
}

Problem otherAnswer()
{
    return {ProblemKind::Unavailable,
            QStringLiteral("network.other_answer"),
            QCoreApplication::translate("Rest", "The answer does not fit what was asked, so nothing of it was kept."),
            QCoreApplication::translate("Rest", "It is asked again; if it stays so, check the platform's address."),
            {}};
}

} // namespace

void Round::stopFor(const Exchange &exchange)
{
    if (result.report.stopped)
        return;
    result.link = linkOf(exchange.verdict);
    result.report.stopped = exchange.problem;
    result.retryAfterMs = exchange.retryAfterMs;
}

void Round::stopFor(const Problem &problem)
{
    if (!result.report.stopped)
        result.report.stopped = problem;
}

void Round::stopForOtherAnswer()
{
    if (result.report.stopped)
        return;
    result.link = Link::Stopped;
    result.report.stopped = otherAnswer();
}

QCoro::Task<RoundResult> runSyncRound(std::shared_ptr<Round> round)
{
    bool complete = co_await pushAll(round);
    if (complete)
        complete = co_await pullAll(round);
    auto counting = round->store->run([complete](LocalStore &local) -> Result<QueueCounts> {
        if (complete) {
            if (const Result<void> noted = noteSynced(local); !noted)
                return failure(noted.error());
        }
        return local.queue().counts();
    });
    const auto counts = co_await counting;
    if (counts)
        round->result.report.queue = *counts;
    else
        round->stopFor(counts.error());
    const RoundResult result = round->result;
    co_return result;
}

} // namespace crema::sync
