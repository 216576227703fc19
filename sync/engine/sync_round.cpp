// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/sync_round.h"

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
    case Verdict::AnswerCut:
    case Verdict::Gap:
    case Verdict::OtherEpoch:
    case Verdict::TooOld:
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
    stoppedBy = exchange.verdict;
    if (exchange.verdict == Verdict::Wait && exchange.answer.status == 0)
        stoppedBy = Verdict::NotPlatform; // nobody answered
    result.link = linkOf(exchange.verdict);
    result.report.stopped = exchange.problem;
    result.retryAfterMs = exchange.retryAfterMs;
    result.spreadMs = exchange.spreadMs;
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

void Round::count(const QList<Acknowledgement> &acknowledgements)
{
    SyncReport &report = result.report;
    for (const Acknowledgement &acknowledgement : acknowledgements) {
        ++report.sent;
        if (acknowledgement.outcome == Outcome::Applied)
            ++report.applied;
        else if (acknowledgement.outcome == Outcome::Waiting)
            ++report.waiting;
        else
            ++report.needsAttention;
    }
}

bool Round::mayPull() const
{
    return !stop.stop_requested() && stoppedBy && *stoppedBy != Verdict::NotPlatform && *stoppedBy != Verdict::SignIn;
}

QCoro::Task<RoundResult> runSyncRound(std::shared_ptr<Round> round)
{
    bool sent = false;
    bool fetched = false;
    // A second time when the first one found that the platform has lost something.
    for (int pass = 0; pass < 2; ++pass) {
        round->sendFirst = false;
        round->fetching = false;
        sent = co_await pushAll(round);
        round->fetching = true;
        if (sent || round->mayPull())
            fetched = co_await pullAll(round);
        if (!round->sendFirst)
            break;
    }
    const bool complete = sent && fetched;
    if (complete) {
        // What failed between two batches was made good by the end of the round.
        round->result.report.stopped.reset();
        round->result.link = Link::Online;
        round->result.retryAfterMs.reset();
        round->result.spreadMs = 0;
    }
    if (complete && !round->end) {
        co_await countersignAll(round);
        co_await compareWithPlatform(round);
    }
    if (!round->end) {
        const std::optional<ClockSample> sample = round->platform->clockSample();
        auto ending =
            round->store->run([complete, sample](LocalStore &local) { return endRound(local, complete, sample); });
        const auto ended = co_await ending;
        if (ended)
            round->end = *ended;
        else
            round->stopFor(ended.error());
    }
    if (round->end) {
        round->result.report.queue = round->end->queue;
        round->result.state = round->end->state;
        round->result.searchIsStale = round->end->searchIsStale;
    }
    const RoundResult result = round->result;
    co_return result;
}

} // namespace crema::sync
