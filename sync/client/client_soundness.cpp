// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/store/file_check.h"

/// The part of the client that looks after the file of the store (sync.md rule 27).
namespace crema::sync {
namespace {

/// So long after the last record nobody is in the middle of anything.
constexpr std::int64_t quietMs = 10'000;
/// And so long nobody is waited for.
constexpr std::int64_t longestMs = 600'000;
/// How long a store that could not be opened again is left alone.
constexpr std::int64_t againMs = 5'000;

} // namespace

QCoro::Task<Result<void>> Client::checkFile(Executor &beside)
{
    const auto self = d;
    const QString path = self->request.storePath;
    if (!self->state.open || self->state.readOnly)
        co_return Result<void>();
    const Disk *disk = &self->parts.disk;
    const std::stop_token token = self->checking.get_token();
    self->beside = &beside;
    auto reading = submit(beside, [disk, path, token] { return checkFileQuickly(*disk, path, token); });
    const Result<void> sound = co_await reading;
    if (token.stop_requested())
        co_return Result<void>();
    if (!sound && sound.error().code == QLatin1String("store.damaged"))
        self->noteDamage(sound.error());
    co_return sound;
}

void Client::Private::noteDamage(const Problem &problem)
{
    if (repairTimer || !q)
        return;
    damagedAtMs = parts.clock.monotonicMs();
    [[maybe_unused]] auto telling = tellDamage(problem);
    repairTimer = parts.clock.after(quietMs, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->repairWhenQuiet();
    });
}

QCoro::Task<Result<void>> Client::Private::tellDamage(Problem problem)
{
    const auto self = shared_from_this();
    const auto access = store;
    auto noting = access->run([problem](LocalStore &local) -> Result<ClientState> {
        local.noteDamage(problem);
        return local.state();
    });
    const Result<ClientState> fresh = co_await noting;
    if (fresh)
        self->setState(*fresh);
    co_return Result<void>();
}

void Client::Private::repairWhenQuiet()
{
    repairTimer.reset();
    if (!q)
        return;
    const std::int64_t now = parts.clock.monotonicMs();
    const std::int64_t quietFor = now - writtenAtMs;
    if (quietFor >= quietMs || now - damagedAtMs >= longestMs) {
        [[maybe_unused]] auto repairing = repair();
        return;
    }
    repairTimer = parts.clock.after(quietMs - quietFor, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->repairWhenQuiet();
    });
}

/// Closes the store and opens it again, which rebuilds it, in one piece of work: what was recorded before is in it, and
/// what is recorded meanwhile waits behind it.
QCoro::Task<Result<void>> Client::Private::repair()
{
    const auto self = shared_from_this();
    const auto access = store;
    const ClientParts world = parts;
    const OpenRequest again = request;
    self->abandonRound();
    auto opening = submit(world.executor, Urgency::Alone, [access, world, again]() -> Result<ClientState> {
        access->set(nullptr);
        auto local = LocalStore::open(again, world.clock, world.randomness, world.disk);
        if (!local)
            return failure(local.error());
        const Result<ClientState> found = (*local)->state();
        access->set(*std::move(local));
        return found;
    });
    const Result<ClientState> opened = co_await opening;
    if (!self->q)
        co_return Result<void>();
    if (!opened) {
        ClientState closed = self->state;
        closed.open = false;
        closed.warning = opened.error();
        self->setState(closed);
        Q_EMIT self->q->refused(opened.error());
        self->repairTimer = world.clock.after(againMs, [weak = std::weak_ptr(self)] {
            const auto held = weak.lock();
            if (!held || !held->q)
                return;
            held->repairTimer.reset();
            [[maybe_unused]] auto repairing = held->repair();
        });
        co_return failure(opened.error());
    }
    self->setState(*opened);
    [[maybe_unused]] const auto refreshed = co_await self->refreshState();
    if (!self->q)
        co_return Result<void>();
    if (self->loop)
        self->loop->wake();
    Q_EMIT self->q->dataChanged();
    co_return Result<void>();
}

} // namespace crema::sync
