// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/known_receipts.h"
#include "sync/engine/page_check.h"
#include "sync/engine/page_fetch.h"
#include "sync/engine/reload_steps.h"
#include "sync/engine/sync_round.h"
#include "sync/engine/sync_steps.h"

namespace crema::sync {
namespace {

using Phase = ReloadState::Phase;

/// Rows of a chunk at most: laid in one transaction, which stays below 50 ms (sync.md rule 26). Before anybody can
/// sell, nobody waits for it.
int chunkRows(const ReloadState &state)
{
    return state.takesAtOnce() && !state.load.maySell ? 2'000 : 1'000;
}

QList<OperationId> idsOf(const QList<AcknowledgedOperation> &operations)
{
    QList<OperationId> ids;
    for (const AcknowledgedOperation &operation : operations)
        ids.append(operation.id);
    return ids;
}

QCoro::Task<bool> endAsk(std::shared_ptr<Round> round)
{
    auto ending = round->store->run([](LocalStore &local) { return endAsking(local); });
    const auto ended = co_await ending;
    if (!ended)
        round->stopFor(ended.error());
    co_return ended.has_value();
}

/// Rows of a first load leave product search aside until all products are there.
QCoro::Task<bool> beginBulk(std::shared_ptr<Round> round)
{
    auto beginning = round->store->run([](LocalStore &local) { return local.beginBulk(LocalStore::Bulk::FirstLoad); });
    const auto begun = co_await beginning;
    if (!begun)
        round->stopFor(begun.error());
    round->bulk = begun.has_value();
    co_return begun.has_value();
}

/// Selling may start with what search finds first; it goes between the other steps. They are not left half done: what
/// people change in the catalog would not be found any more.
QCoro::Task<bool> endBulk(std::shared_ptr<Round> round)
{
    using Stage = SearchRebuild::Stage;
    round->bulk = false;
    Stage stage = Stage::Indexing;
    while (stage != Stage::Done) {
        auto stepping = round->store->run([](LocalStore &local) { return local.stepEndBulk(); });
        const auto next = co_await stepping;
        if (!next) {
            round->stopFor(next.error());
            co_return false;
        }
        const bool isFirst = stage == Stage::Reading && *next != Stage::Reading;
        stage = *next;
        round->moved();
        if (isFirst && round->loaded)
            round->loaded();
    }
    co_return true;
}

/// Rows that are laid as they come may hold what was sent without an answer, which must not count twice.
QCoro::Task<bool> knowWhatIsLaid(std::shared_ptr<Round> round, ReloadState state, QList<FeedRow> rows)
{
    const bool laysPages = state.isPart() && state.phase == Phase::Follow;
    if (!state.takesAtOnce() && !laysPages)
        co_return true;
    const bool known = co_await askForReceipts(round, rows);
    co_return known;
}

bool hasItsDigest(const HttpAnswer &answer)
{
    return answer.header("content-digest") == contentDigest(answer.body);
}

/// The exchange for a chunk, and how many rows were asked for.
struct ChunkExchange {
    Exchange exchange;
    int limit = 0;
};

/// Ends with what was fetched ahead for nothing.
QCoro::Task<void> leaveAhead(std::shared_ptr<Round> round)
{
    if (!round->chunkAhead)
        co_return;
    QCoro::Task<Exchange> sent = std::move(round->chunkAhead->exchange);
    round->chunkAhead.reset();
    co_await sent;
}

/// Asks for the chunk at a place, or takes the answer to what was asked ahead.
QCoro::Task<ChunkExchange> fetchChunk(std::shared_ptr<Round> round, LoadPlace place, QStringList types, int limit)
{
    auto &ahead = round->chunkAhead;
    if (ahead && ahead->cut == place.cut && ahead->after == place.next && ahead->types == types) {
        const int asked = ahead->limit;
        QCoro::Task<Exchange> sent = std::move(ahead->exchange);
        ahead.reset();
        const Exchange exchange = co_await sent;
        co_return ChunkExchange{exchange, asked};
    }
    co_await leaveAhead(round);
    const Exchange exchange = co_await round->platform->snapshot(place.cut, place.next, types, limit);
    co_return ChunkExchange{exchange, limit};
}

/// Asks for the chunk after this one, so that the platform reads it while this one is kept. Not where something else
/// comes first: what changed since the cut, or whatever belongs behind the last chunk.
void fetchNext(Round &round, const SnapshotChunk &chunk, const ReloadState &state, int limit)
{
    const bool followsFirst = state.takesAtOnce() && chunk.maySell && !state.load.maySell;
    if (chunk.more && !followsFirst)
        round.chunkAhead.emplace(chunk.cut, chunk.next, state.types, limit,
                                 round.platform->snapshot(chunk.cut, chunk.next, state.types, limit));
}

QCoro::Task<bool> loadOne(std::shared_ptr<Round> round, ReloadState state)
{
    const LoadPlace place = state.load;
    auto asking = round->store->run([](LocalStore &local) { return nextQuestion(local); });
    const auto question = co_await asking;
    if (!question) {
        round->stopFor(question.error());
        co_return false;
    }
    const ChunkExchange fetched =
        co_await fetchChunk(round, place, state.types, std::min(question->limit, chunkRows(state)));
    const Exchange exchange = fetched.exchange;
    const int limit = fetched.limit;
    if (round->stop.stop_requested())
        co_return false;
    if (exchange.verdict != Verdict::Accepted) {
        const bool again = co_await answerTo(round, exchange, place.cut, limit);
        co_return again;
    }
    const Result<SnapshotChunk> chunk = readSnapshotChunk(exchange.answer.body);
    if (!chunk || !hasItsDigest(exchange.answer) || !isAnswerTo(place.cut, place.next, *chunk)) {
        round->stopForOtherAnswer();
        co_return false;
    }
    fetchNext(*round, *chunk, state, limit);
    if (state.takesAtOnce() && !place.maySell && !round->bulk) {
        const bool begun = co_await beginBulk(round);
        if (!begun)
            co_return false;
    }
    const bool known = co_await knowWhatIsLaid(round, state, chunk->rows);
    if (!known)
        co_return false;
    const SnapshotChunk rows = *chunk;
    auto keeping = round->store->run([rows](LocalStore &local) { return keepChunk(local, rows); });
    const auto kept = co_await keeping;
    if (!kept) {
        round->stopFor(kept.error());
        co_return false;
    }
    round->result.report.fetchedRows += rows.rows.size();
    round->result.changedData = true;
    round->moved();
    co_return true;
}

QCoro::Task<bool> followOne(std::shared_ptr<Round> round, ReloadState state)
{
    auto asking = round->store->run([](LocalStore &local) { return nextQuestion(local); });
    const auto question = co_await asking;
    if (!question) {
        round->stopFor(question.error());
        co_return false;
    }
    const Fetched fetched = co_await fetchPage(round, Question{state.cursor, question->limit});
    if (!fetched.page)
        co_return fetched.again;
    const bool known = co_await knowWhatIsLaid(round, state, fetched.page->rows);
    if (!known)
        co_return false;
    const FeedPage page = *fetched.page;
    auto staging = round->store->run([page](LocalStore &local) { return stagePage(local, page); });
    const auto staged = co_await staging;
    if (!staged) {
        round->stopFor(staged.error());
        co_return false;
    }
    round->result.report.fetchedRows += page.rows.size();
    round->moved();
    // In a part the rows of a page are laid with it.
    round->result.changedData = round->result.changedData || (state.isPart() && !page.rows.isEmpty());
    const bool isLast = !page.more && !state.load.more;
    if (isLast && !state.takesAtOnce() && !page.horizon) {
        round->result.isHeldBack = true;
        co_return false;
    }
    if (!page.more && round->bulk) {
        const bool ended = co_await endBulk(round);
        if (!ended)
            co_return false;
    }
    round->isUpToDate = isLast && state.takesAtOnce();
    co_return true;
}

QCoro::Task<bool> layOne(std::shared_ptr<Round> round)
{
    const bool known = co_await askForReceipts(round, {});
    if (!known)
        co_return false;
    auto stepping = round->store->run([](LocalStore &local) { return stepReload(local); });
    const auto more = co_await stepping;
    if (!more) {
        round->stopFor(more.error());
        co_return false;
    }
    round->result.changedData = true;
    round->moved();
    co_return true;
}

} // namespace

QCoro::Task<bool> askForAcknowledged(std::shared_ptr<Round> round)
{
    while (!round->stop.stop_requested()) {
        auto reading = round->store->run([](LocalStore &local) { return nextAcknowledged(local); });
        const auto asked = co_await reading;
        if (!asked) {
            round->stopFor(asked.error());
            co_return false;
        }
        if (asked->isEmpty()) {
            const bool ended = co_await endAsk(round);
            co_return ended;
        }
        const QList<OperationId> ids = idsOf(*asked);
        const Exchange exchange = co_await round->platform->knownReceipts(ids, std::nullopt);
        if (round->stop.stop_requested())
            break;
        if (exchange.verdict != Verdict::Accepted) {
            round->stopFor(exchange);
            co_return false;
        }
        const Result<QList<Acknowledgement>> answer = readReceipts(exchange.answer.body, ids);
        if (!answer) {
            round->stopForOtherAnswer();
            co_return false;
        }
        const QList<AcknowledgedOperation> operations = *asked;
        const QList<Acknowledgement> known = *answer;
        auto keeping =
            round->store->run([operations, known](LocalStore &local) { return keepKnown(local, operations, known); });
        const auto again = co_await keeping;
        if (!again) {
            round->stopFor(again.error());
            co_return false;
        }
        round->sendFirst = round->sendFirst || *again > 0;
        round->moved();
    }
    co_return false;
}

namespace {

QCoro::Task<bool> reloadSteps(std::shared_ptr<Round> round)
{
    while (!round->stop.stop_requested()) {
        auto reading = round->store->run([](LocalStore &local) { return reloadState(local); });
        const auto read = co_await reading;
        if (!read) {
            round->stopFor(read.error());
            co_return false;
        }
        if (!*read)
            co_return true;
        const ReloadState state = **read;
        bool goesOn = false;
        if (state.phase == Phase::Ask)
            goesOn = co_await askForAcknowledged(round);
        else if (state.phase == Phase::Load)
            goesOn = co_await loadOne(round, state);
        else if (state.phase == Phase::Follow)
            goesOn = co_await followOne(round, state);
        else
            goesOn = co_await layOne(round);
        if (round->loaded)
            round->loaded();
        if (!goesOn || round->sendFirst)
            co_return false;
    }
    co_return false;
}

} // namespace

QCoro::Task<bool> reloadAll(std::shared_ptr<Round> round)
{
    const bool isOver = co_await reloadSteps(round);
    co_await leaveAhead(round);
    co_return isOver;
}

} // namespace crema::sync
