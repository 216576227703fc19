// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_types.h"
#include "sync/engine/page_check.h"
#include "sync/engine/page_fetch.h"
#include "sync/engine/reload_steps.h"
#include "sync/engine/sync_steps.h"

namespace crema::sync {
namespace {

/// How many rows a page may have.
int rowsOf(const Question &question, const Round &round)
{
    // While somebody sells, their sale waits for what the store does with a page. A scan may wait for two of them and
    // is to be painted within a frame, so a page is a quarter as large meanwhile. The next one is asked for at once: a
    // till that is always scanned at takes in some 500 rows a second where the platform answers within 40 ms.
    constexpr int smallPage = 100;
    constexpr int scannedPage = 25;
    if (question.isAboutDeletion)
        return question.limit;
    if (round.isWaitedFor())
        return std::min(question.limit, scannedPage);
    return round.use == TillUse::Selling ? std::min(question.limit, smallPage) : question.limit;
}

QCoro::Task<Result<Question>> readQuestion(std::shared_ptr<Round> round)
{
    auto reading = round->store->run([](LocalStore &local) { return nextQuestion(local); });
    co_return co_await reading;
}

QCoro::Task<Result<Question>> nextQuestionOf(std::shared_ptr<Round> round, std::optional<Question> known)
{
    if (known)
        co_return Result<Question>(*known);
    co_return co_await readQuestion(round);
}

QCoro::Task<bool> beginLoad(std::shared_ptr<Round> round, ReloadState::Reason reason)
{
    auto starting = round->store->run([reason](LocalStore &local) { return startLoad(local, reason); });
    const auto begun = co_await starting;
    if (!begun)
        round->stopFor(begun.error());
    co_return begun.has_value();
}

bool bringsProducts(const FeedPage &page)
{
    return std::any_of(page.rows.begin(), page.rows.end(), [](const FeedRow &row) {
        return row.entityType == entity::product || row.entityType == entity::variant;
    });
}

/// Operations that were sent, from here or by another store, and whose answer is not known, while a page is kept.
enum class Unknown {
    IsAskedAbout,   ///< first: rows may hold them (see askForReceipts())
    MayBeElsewhere, ///< the answers to what was under way from here when the page was asked for are kept by now
    WasAskedAbout,
};

struct Kept {
    bool changed = false;
    std::int64_t newest = 0;              ///< number of the queue
    std::optional<std::int64_t> asksUpTo; ///< see below; nothing was kept
    std::optional<RoundEnd> end = {};
};

/// sharedUpTo() where something has to be asked about before these rows are kept; nothing where they may be.
Result<std::optional<std::int64_t>> asksUpTo(LocalStore &local, const QList<FeedRow> &rows, Unknown unknown)
{
    using UpTo = std::optional<std::int64_t>;
    if (unknown == Unknown::WasAskedAbout)
        return UpTo();
    const Result<std::int64_t> shared = sharedUpTo(local, rows);
    if (!shared)
        return failure(shared.error());
    const Result<bool> asks =
        unknown == Unknown::IsAskedAbout ? hasUnanswered(local, *shared) : mayBeSentElsewhere(local, *shared);
    if (!asks)
        return failure(asks.error());
    return *asks ? UpTo(*shared) : UpTo();
}

/// Stores page and cursor together, so a stop in between loses nothing. Answers whether the round may go on.
QCoro::Task<bool> keep(std::shared_ptr<Round> round, FeedPage page, Unknown unknown)
{
    // More than one page is a first fetch or a long absence: search waits for the end.
    const bool beginBulk = page.more && !round->bulk && bringsProducts(page);
    const bool mayEnd = unknown == Unknown::IsAskedAbout && round->question && page.rows.isEmpty() && !page.more;
    const bool comparesAnyway = round->comparesAnyway;
    const bool isWaitedFor = round->isWaitedFor();
    const std::optional<ClockSample> sample = round->platform->clockSample();
    auto keeping = round->store->run(
        [page, beginBulk, unknown, mayEnd, comparesAnyway, isWaitedFor, sample](LocalStore &local) -> Result<Kept> {
            const auto asksFirst = asksUpTo(local, page.rows, unknown);
            if (!asksFirst)
                return failure(asksFirst.error());
            if (*asksFirst)
                return Kept{false, 0, *asksFirst, {}};
            if (beginBulk) {
                if (const Result<void> begun = local.beginBulk(); !begun)
                    return failure(begun.error());
            }
            const Result<bool> changed = keepPage(local, page);
            if (!changed)
                return failure(changed.error());
            if (isWaitedFor && *changed)
                local.checkpointEarly();
            const auto end = mayEnd ? endIfQuiet(local, comparesAnyway, sample) : std::optional<RoundEnd>();
            if (!end)
                return failure(end.error());
            return Kept{*changed, local.queue().nextNumber() - 1, std::nullopt, *end};
        });
    const auto kept = co_await keeping;
    if (kept && kept->asksUpTo) {
        const bool known = co_await askForReceiptsUpTo(round, *kept->asksUpTo);
        if (!known)
            co_return false;
        const bool goesOn = co_await keep(round, page, Unknown::WasAskedAbout);
        co_return goesOn;
    }
    round->bulk = round->bulk || beginBulk;
    if (!kept) {
        round->stopFor(kept.error());
        co_return false;
    }
    round->end = kept->end;
    round->result.report.fetchedRows += page.rows.size();
    round->result.changedData = round->result.changedData || kept->changed;
    round->noteNewest(kept->newest);
    round->moved();
    co_return true;
}

/// Ends with what the pages left aside: in steps where a till is open, and at once otherwise, which is quicker. They
/// are not left half done: who comes after an end in between finds search stale, and makes it good.
QCoro::Task<void> endChanges(std::shared_ptr<Round> round)
{
    round->bulk = false;
    bool isOver = false;
    while (!isOver) {
        const bool inSteps = round->mayBeWaitedFor();
        auto ending = round->store->run([inSteps](LocalStore &local) -> Result<bool> {
            if (inSteps) {
                local.checkpointEarly();
                return local.stepEndChanges();
            }
            const Result<void> ended = local.endBulk();
            return ended ? Result<bool>(true) : Result<bool>(failure(ended.error()));
        });
        const auto ended = co_await ending;
        if (!ended) {
            round->stopFor(ended.error());
            co_return;
        }
        isOver = *ended;
        round->moved();
    }
}

/// Fetches pages until nothing is left or a reload begins. Answers whether everything was fetched.
QCoro::Task<bool> pullPages(std::shared_ptr<Round> round)
{
    round->isUpToDate = false; // what a fetching before this one came to, which was left undone
    std::optional<Question> known = round->question;
    while (!round->stop.stop_requested()) {
        const bool ready = known.has_value() || co_await reloadAll(round);
        if (!ready)
            co_return false;
        if (std::exchange(round->isUpToDate, false))
            co_return true;
        const Result<Question> question = co_await nextQuestionOf(round, std::exchange(known, std::nullopt));
        if (!question) {
            round->stopFor(question.error());
            co_return false;
        }
        if (question->after == Cursor{question->after.epoch, 0, 0}) {
            const bool begun = co_await beginLoad(round, ReloadState::Reason::FirstLoad);
            if (!begun)
                co_return false;
            continue;
        }
        const Fetched fetched = co_await fetchPage(round, *question);
        if (!fetched.page && !fetched.again)
            co_return false;
        if (!fetched.page)
            continue;
        const FeedPage page = *fetched.page;
        const bool kept = co_await keep(round, page, Unknown::IsAskedAbout);
        if (!kept)
            co_return false;
        if (!page.more)
            co_return true;
    }
    co_return false;
}

} // namespace

QCoro::Task<bool> answerTo(std::shared_ptr<Round> round, Exchange exchange, Cursor cursor, int limit)
{
    if (exchange.verdict == Verdict::AnswerCut && limit > 1) {
        auto halving = round->store->run([limit](LocalStore &local) { return keepPageLimit(local, limit / 2); });
        const auto halved = co_await halving;
        if (halved)
            co_return true;
        round->stopFor(halved.error());
    }
    if (exchange.verdict == Verdict::OtherEpoch && *exchange.feedEpoch != cursor.epoch) {
        const std::int64_t epoch = *exchange.feedEpoch;
        auto starting = round->store->run([epoch](LocalStore &local) { return startEpoch(local, epoch); });
        const auto begun = co_await starting;
        // It may not know this store any more either.
        round->platform->forgetSession();
        if (begun)
            co_return true;
        round->stopFor(begun.error());
    }
    constexpr int mostTooOld = 2;
    if (exchange.verdict == Verdict::TooOld && round->tooOld++ < mostTooOld) {
        const bool begun = co_await beginLoad(round, ReloadState::Reason::TooOld);
        co_return begun;
    }
    round->stopFor(exchange);
    co_return false;
}

QCoro::Task<Fetched> fetchPage(std::shared_ptr<Round> round, Question question)
{
    const Cursor cursor = question.after;
    const int limit = rowsOf(question, *round);
    const Exchange exchange = co_await round->platform->pull(cursor, limit);
    if (round->stop.stop_requested())
        co_return Fetched();
    if (exchange.verdict != Verdict::Accepted) {
        const bool again = co_await answerTo(round, exchange, cursor, limit);
        co_return Fetched{std::nullopt, again};
    }
    const Result<FeedPage> page = readFeedPage(exchange.answer.body);
    if (!page || !isAnswerTo(cursor, *page)) {
        round->stopForOtherAnswer();
        co_return Fetched();
    }
    co_return Fetched{*page, false};
}

QCoro::Task<bool> keepAhead(std::shared_ptr<Round> round)
{
    if (!round->ahead)
        co_return true;
    round->question.reset();
    const FeedPage page = *std::exchange(round->ahead, std::nullopt);
    co_return co_await keep(round, page, Unknown::MayBeElsewhere);
}

QCoro::Task<bool> fetchAhead(std::shared_ptr<Round> round)
{
    const bool kept = co_await keepAhead(round);
    if (!kept)
        co_return false;
    const Result<Question> question = co_await readQuestion(round);
    if (!question) {
        round->stopFor(question.error());
        co_return false;
    }
    const Exchange exchange = co_await round->platform->pull(question->after, rowsOf(*question, *round));
    if (exchange.verdict != Verdict::Accepted)
        co_return true;
    const Result<FeedPage> page = readFeedPage(exchange.answer.body);
    if (page && isAnswerTo(question->after, *page))
        round->ahead = *page;
    co_return true;
}

QCoro::Task<bool> pullAll(std::shared_ptr<Round> round)
{
    const bool done = co_await pullPages(round);
    round->question.reset(); // what is asked next comes after whatever is found from here on
    if (round->bulk)
        co_await endChanges(round);
    co_return done;
}

} // namespace crema::sync
