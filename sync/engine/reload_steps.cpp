// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/reload_steps.h"

#include "models/operations/known_receipts.h"
#include "sync/store/auditors_outbox.h"
#include "sync/store/later_outcomes.h"

#include <QHash>

#include <limits>

namespace crema::sync {
namespace {

using Phase = ReloadState::Phase;
using Reason = ReloadState::Reason;

/// So long after an operation a platform may be put back to before it (sync.md rule 12).
constexpr std::int64_t restoreWindowMs = 40LL * 24 * 3'600'000;

/// So many operations are asked about however old they look: a till whose clock was years off made them in a time that
/// never was.
constexpr std::int64_t askedAnyway = 2'000;

/// When an operation was made, by its id (UUIDv7).
UtcTime madeAt(OperationId id)
{
    const QByteArray bytes = id.value().toRfc4122();
    std::int64_t ms = 0;
    for (int i = 0; i < 6; ++i)
        ms = (ms << 8) | static_cast<unsigned char>(bytes[i]);
    return UtcTime(ms);
}

template<class Work>
auto change(LocalStore &store, Work work)
{
    auto result = store.write(work);
    store.forgetPlace();
    return result;
}

ReloadState fromTheBeginning(std::int64_t feedEpoch)
{
    ReloadState state;
    state.epoch = feedEpoch;
    state.cursor = Cursor{feedEpoch, 0, 0};
    state.load.cut = state.cursor;
    return state;
}

/// As DeletionGuard::letGo(), for rows of a page that are laid with it. What is only staged is asked about when all of
/// it is known.
std::optional<DeletionQuestion> letGoLaid(LocalStore &store, const QList<FeedRow> &rows, const ReloadState &state)
{
    if (!state.takesAtOnce() && !state.isPart())
        return std::nullopt;
    DeletionGuard guard = store.deletions();
    const DeletionGuard::Leaving leaving = guard.leavingWith(rows);
    if (state.takesAtOnce())
        return guard.letGo(DeletionSource::Platform, leaving);
    // In a part, the question that waits may be about what is staged, which a page does not answer.
    std::optional<DeletionQuestion> asked = guard.ask(DeletionSource::Platform, leaving);
    if (!asked)
        guard.note(DeletionSource::Platform, leaving);
    return asked;
}

void takeRows(LocalStore &store, const QList<FeedRow> &rows, const ReloadState &state)
{
    const QList<std::int64_t> answered = keepLaterOutcomes(rows, store.queue());
    if (!state.takesAtOnce())
        store.settle(store.queue().endedAmong(answered));
    store.reload().take(rows, answered, state);
}

} // namespace

Result<void> sendAgainFrom(LocalStore &store, std::int64_t sequence)
{
    return store.write([&]() -> Result<void> {
        const DeviceRow device = store.device().read().value_or(DeviceRow());
        const QList<std::int64_t> numbers = store.queue().acknowledgedFrom(device.epoch, sequence);
        QList<std::int64_t> unanswered;
        for (const std::int64_t number : numbers) {
            if (store.queue().sendAgain(number))
                unanswered.append(number);
        }
        if (!unanswered.isEmpty())
            store.settle(unanswered);
        if (!numbers.isEmpty())
            store.forgetExport();
        // It lost more than operations of this device, and rows that were staged before may be among it.
        const auto state = store.reload().state();
        if (!numbers.isEmpty() && (!state || state->phase != Phase::Ask))
            store.reload().begin(fromTheBeginning(device.cursor.value_or(Cursor{1, 0, 0}).epoch));
        return {};
    });
}

Result<std::optional<std::int64_t>> feedEpochOf(LocalStore &store)
{
    using Epoch = std::optional<std::int64_t>;
    return store.read([&]() -> Result<Epoch> {
        if (const auto state = store.reload().state())
            return Epoch(state->epoch);
        const DeviceRow device = store.device().read().value_or(DeviceRow());
        return device.cursor ? Epoch(device.cursor->epoch) : Epoch();
    });
}

Result<bool> noteFeedEpoch(LocalStore &store, std::optional<std::int64_t> feedEpoch)
{
    if (feedEpoch) {
        const auto here = feedEpochOf(store);
        if (!here)
            return failure(here.error());
        const bool isAnother = *here && **here != *feedEpoch;
        if (const Result<void> started = isAnother ? startEpoch(store, *feedEpoch) : Result<void>(); !started)
            return failure(started.error());
    }
    return store.read([&]() -> Result<bool> {
        const auto state = store.reload().state();
        return state && state->phase == Phase::Ask;
    });
}

Result<void> startEpoch(LocalStore &store, std::int64_t feedEpoch)
{
    return store.write([&]() -> Result<void> {
        store.reload().begin(fromTheBeginning(feedEpoch));
        askAboutLastEntry(store);
        return {};
    });
}

Result<std::optional<ReloadState>> reloadState(LocalStore &store)
{
    return store.read([&]() -> Result<std::optional<ReloadState>> { return store.reload().state(); });
}

Result<QList<AcknowledgedOperation>> nextAcknowledged(LocalStore &store)
{
    return store.read([&]() -> Result<QList<AcknowledgedOperation>> {
        const auto state = store.reload().state();
        if (!state)
            return QList<AcknowledgedOperation>();
        const std::int64_t before = state->asked > 0 ? state->asked : std::numeric_limits<std::int64_t>::max();
        QList<AcknowledgedOperation> next = store.queue().acknowledgedBefore(before, maxKnownReceipts);
        const std::int64_t fromMs = store.clock().now().msSinceEpoch() - restoreWindowMs;
        // Clocks are set, so one old operation among young ones ends nothing; a whole answer of old ones does.
        const bool anyYoung = std::any_of(next.begin(), next.end(), [fromMs](const AcknowledgedOperation &operation) {
            return madeAt(operation.id).msSinceEpoch() >= fromMs;
        });
        const bool isAmongNewest = state->asked == 0 || store.queue().nextNumber() - state->asked < askedAnyway;
        if (!anyYoung && !isAmongNewest)
            next.clear();
        return next;
    });
}

Result<int> keepKnown(LocalStore &store, const QList<AcknowledgedOperation> &asked, const QList<Acknowledgement> &known)
{
    return store.write([&]() -> Result<int> {
        QHash<OperationId, Acknowledgement> answers;
        for (const Acknowledgement &acknowledgement : known)
            answers.insert(acknowledgement.operation, acknowledgement);
        int again = 0;
        QList<std::int64_t> unanswered;
        for (const AcknowledgedOperation &operation : asked) {
            const auto answer = answers.constFind(operation.id);
            const bool isMissing = answer == answers.constEnd();
            // It waits there again for another one that was lost: what it did here is not done there.
            const bool lostEffect = !isMissing && operation.tookEffect && !answer->visibleAt;
            if (!isMissing && !lostEffect)
                continue;
            if (store.queue().sendAgain(operation.number))
                unanswered.append(operation.number);
            store.forgetExport();
            if (lostEffect)
                store.queue().acknowledge(operation.number, *answer);
            else
                ++again;
        }
        if (!unanswered.isEmpty())
            store.settle(unanswered);
        if (auto state = store.reload().state(); state && !asked.isEmpty()) {
            state->asked = asked.last().number;
            store.reload().keep(*state);
        }
        return again;
    });
}

Result<void> endAsking(LocalStore &store)
{
    return store.write([&]() -> Result<void> {
        if (auto state = store.reload().state(); state && state->phase == Phase::Ask) {
            state->phase = Phase::Load;
            store.reload().keep(*state);
        }
        return {};
    });
}

Result<void> startLoad(LocalStore &store, ReloadState::Reason reason)
{
    return store.write([&]() -> Result<void> {
        const DeviceRow device = store.device().read().value_or(DeviceRow());
        ReloadState state = fromTheBeginning(device.cursor.value_or(Cursor{1, 0, 0}).epoch);
        // A store that was rebuilt after damage has rows, some of which may be gone on the platform.
        state.reason = reason == Reason::FirstLoad && device.lastSyncAt ? Reason::Mismatch : reason;
        state.phase = Phase::Load;
        store.reload().begin(state);
        return {};
    });
}

void beginPart(LocalStore &store, const QStringList &types)
{
    if (types.isEmpty())
        return;
    const Cursor cursor = store.device().read().value_or(DeviceRow()).cursor.value_or(Cursor{1, 0, 0});
    ReloadState state = fromTheBeginning(cursor.epoch);
    state.reason = Reason::Mismatch;
    state.phase = Phase::Load;
    state.types = types;
    // The other types are followed from where they are, and so are these.
    state.cursor = cursor;
    store.reload().begin(state);
}

Result<void> keepChunk(LocalStore &store, const SnapshotChunk &chunk)
{
    return change(store, [&]() -> Result<void> {
        auto state = store.reload().state();
        if (!state || state->phase != Phase::Load || state->load.next != chunk.after)
            return {};
        takeRows(store, chunk.rows, *state);
        const bool maySellNow = chunk.maySell && !state->load.maySell;
        if (chunk.total) {
            state->load.cut = chunk.cut;
            state->load.total = *chunk.total;
            if (!state->isPart())
                state->cursor = chunk.cut;
        }
        state->load.next = chunk.next;
        state->load.read += chunk.rows.size();
        state->load.maySell = chunk.maySell;
        state->load.more = chunk.more;
        // What changed since the cut comes before anybody sells.
        if (!chunk.more || (maySellNow && state->takesAtOnce()))
            state->phase = Phase::Follow;
        store.reload().keep(*state);
        return {};
    });
}

Result<void> stagePage(LocalStore &store, const FeedPage &page)
{
    std::optional<DeletionQuestion> asked;
    const Result<void> staged = change(store, [&]() -> Result<void> {
        auto state = store.reload().state();
        if (!state || state->phase != Phase::Follow || state->cursor != page.after)
            return {};
        asked = letGoLaid(store, page.rows, *state);
        if (asked)
            return failure(deletionProblem(*asked));
        if (state->isPart()) {
            const QList<std::int64_t> answered = keepLaterOutcomes(page.rows, store.queue());
            store.reload().follow(page, answered, *state);
            store.device().setCursor(page.next);
        } else {
            takeRows(store, page.rows, *state);
        }
        state->cursor = page.next;
        if (!page.more && state->load.more) {
            state->phase = Phase::Load;
        } else if (!page.more && (page.horizon || state->takesAtOnce())) {
            // In a part, the page that brought it was laid with it.
            if (!state->isPart())
                state->horizon = page.horizon;
            state->phase = state->takesAtOnce() ? Phase::End : Phase::Compare;
        }
        // Otherwise a transaction that runs there holds rows back. They are in no chunk and no page yet, so that a
        // sweep would take them for gone: later rounds go on asking.
        store.reload().keep(*state);
        return {};
    });
    return asked ? store.askAbout(*asked) : staged;
}

Result<bool> stepReload(LocalStore &store)
{
    std::optional<DeletionQuestion> asked;
    const Result<bool> more = change(store, [&]() -> Result<bool> {
        auto state = store.reload().state();
        if (!state)
            return false;
        if (Reload::isBeforeChanges(*state)) {
            asked = store.deletions().letGo(DeletionSource::Platform, store.reload().leaving(*state));
            if (asked)
                return failure(deletionProblem(*asked));
        }
        if (state->phase != Phase::End) {
            store.reload().step(*state);
            return true;
        }
        store.reload().finish(*state);
        store.device().setCursor(state->cursor);
        // The rows that came may have said who was erased, and no page comes for that again.
        store.eraseWhatWasAnswered();
        return false;
    });
    if (!asked)
        return more;
    // What the platform mends meanwhile is seen: the feed is followed on until the answer comes.
    const Result<void> followed = change(store, [&]() -> Result<void> {
        if (auto state = store.reload().state()) {
            state->phase = Phase::Follow;
            store.reload().keep(*state);
        }
        return {};
    });
    return followed ? store.askAbout(*asked) : failure(followed.error());
}

} // namespace crema::sync
