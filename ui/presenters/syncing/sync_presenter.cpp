// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/sync_presenter.h"

#include "ui/presenters/syncing/clock_wait.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::SyncPresenter)
};

constexpr std::int64_t firstPauseMs = 250;
constexpr std::int64_t longestPauseMs = 5'000;
constexpr std::int64_t sliceMs = 200; ///< so that a stop is heard while waiting
/// How long a round of the program's own is waited for: longer than any exchange takes (sync/rest).
constexpr int mostSlicesOfOthers = 600;

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            u"device.not_enrolled"_s,
            Texts::tr("This device is not enrolled at a platform."),
            Texts::tr("Run: crema device enroll --platform URL --code CODE"),
            {}};
}

Problem timedOut(const SyncReport &report)
{
    const QString why =
        report.stopped ? report.stopped->message : Texts::tr("The platform has not taken everything yet.");
    return {ProblemKind::Unavailable,
            u"sync.timeout"_s,
            Texts::tr("Not synced in time; still queued here: %1. %2").arg(report.queue.unsent()).arg(why),
            Texts::tr("Nothing is lost. Check the network and run \"crema sync run --wait\" again."),
            {}};
}

bool isBusy(const Result<SyncReport> &report)
{
    return report && report->stopped && report->stopped->code == u"sync.running";
}

} // namespace

QCoro::Task<Result<SyncReport>> SyncPresenter::run() const
{
    sync::Client &client = m_client;
    if (!client.state().enrolled)
        co_return failure(notEnrolled());
    Clock &clock = m_clock;
    Result<SyncReport> report = co_await client.syncOnce();
    // In a program that syncs by itself a round may be under way, which a person who asks for one does not see.
    for (int slice = 0; isBusy(report) && slice < mostSlicesOfOthers; ++slice) {
        co_await ClockWait(clock, sliceMs);
        report = co_await client.syncOnce();
    }
    if (report && report->stopped)
        co_return failure(*report->stopped);
    co_return std::move(report);
}

QCoro::Task<Result<SyncReport>> SyncPresenter::runUntilSynced(std::int64_t timeoutMs,
                                                              std::function<bool()> stopRequested) const
{
    sync::Client &client = m_client;
    Clock &clock = m_clock;
    if (!client.state().enrolled)
        co_return failure(notEnrolled());
    const std::int64_t endMs = clock.monotonicMs() + timeoutMs;
    std::int64_t pauseMs = firstPauseMs;
    SyncReport total;
    while (true) {
        const Result<SyncReport> round = co_await client.syncOnce();
        if (!round)
            co_return failure(round.error());
        total.sent += round->sent;
        total.applied += round->applied;
        total.needsAttention += round->needsAttention;
        total.fetchedRows += round->fetchedRows;
        total.waiting = round->waiting;
        total.queue = round->queue;
        total.stopped = round->stopped;
        if (total.complete())
            co_return total;
        if (total.stopped && total.stopped->kind != ProblemKind::Unavailable)
            co_return failure(*total.stopped);
        for (std::int64_t waited = 0; waited < pauseMs; waited += sliceMs) {
            if (stopRequested && stopRequested())
                co_return failure(ProblemKind::Failed, u"sync.stopped"_s,
                                  Texts::tr("Stopped; what was sent stays sent."),
                                  Texts::tr("Run it again to send the rest."));
            if (clock.monotonicMs() >= endMs)
                co_return failure(timedOut(total));
            co_await ClockWait(clock, std::min(sliceMs, endMs - clock.monotonicMs()));
        }
        pauseMs = std::min(pauseMs * 2, longestPauseMs);
    }
}

QCoro::Task<Result<QList<QueueEntry>>> SyncPresenter::queue(std::int64_t limit, bool needsAttentionOnly) const
{
    sync::Client &client = m_client;
    QList<QueueEntry> found;
    while (found.size() < limit) {
        sync::QueueFilter filter;
        filter.needsAttentionOnly = needsAttentionOnly;
        filter.limit = static_cast<int>(std::min<std::int64_t>(1000, limit - found.size()));
        filter.offset = static_cast<int>(found.size());
        const Result<QList<QueueEntry>> page = co_await client.queue(filter);
        if (!page)
            co_return failure(page.error());
        found += *page;
        if (page->size() < filter.limit)
            break;
    }
    co_return found;
}

QCoro::Task<Result<sync::AttentionList>> SyncPresenter::attention(std::int64_t limit) const
{
    return m_client.attention(static_cast<int>(std::min<std::int64_t>(1000, limit)));
}

QCoro::Task<Result<sync::AttentionItem>> SyncPresenter::attentionItem(QString id) const
{
    constexpr int most = 1'000;
    const Result<sync::AttentionList> list = co_await m_client.attention(most);
    if (!list)
        co_return failure(list.error());
    for (const sync::AttentionItem &item : list->items) {
        if (item.id.toString() == id)
            co_return item;
    }
    co_return failure(ProblemKind::NotFound, u"attention.unknown"_s,
                      Texts::tr("There is nothing to decide under the id %1.").arg(id),
                      Texts::tr("Run: crema sync list --attention"));
}

QCoro::Task<Result<sync::UnsentSummary>> SyncPresenter::exportUnsent(QString path, QString passphrase) const
{
    return m_client.exportUnsent(std::move(path), std::move(passphrase));
}

QCoro::Task<Result<sync::UnsentSummary>> SyncPresenter::importUnsent(QString path, QString passphrase) const
{
    return m_client.importUnsent(std::move(path), std::move(passphrase));
}

QCoro::Task<Result<void>> SyncPresenter::allowDeletion() const
{
    return m_client.allowDeletion();
}

QCoro::Task<Result<void>> SyncPresenter::resolve(CardId card, sync::CardAnswer answer) const
{
    return m_client.resolve(card, std::move(answer));
}

} // namespace crema::presenters
