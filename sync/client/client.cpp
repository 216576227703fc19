// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/store/setting_names.h"

namespace crema::sync {
namespace {

/// sync.md rule 27: the journal is synced within a second.
constexpr std::int64_t journalSyncMs = 900;

} // namespace

Client::Client(const ClientParts &parts, QObject *parent) : QObject(parent), d(std::make_shared<Private>(parts, this))
{}

Client::~Client()
{
    d->q = nullptr;
    d->endApproval(std::nullopt);
    d->stop.request_stop();
    d->checking.request_stop();
    d->journalTimer.reset();
    d->repairTimer.reset();
    if (d->signal)
        d->signal->stop();
    if (d->loop)
        d->loop->stop();
    d->parts.executor.post([store = d->store] { store->set(nullptr); }, Urgency::Alone);
    d->parts.executor.finish();
    if (d->beside)
        d->beside->finish();
}

const ClientState &Client::state() const
{
    return d->state;
}

QCoro::Task<Result<void>> Client::open(OpenRequest request)
{
    const auto self = d;
    const auto store = self->store;
    const ClientParts parts = self->parts;
    auto pending = submit(parts.executor, Urgency::Alone, [store, parts, request]() -> Result<void> {
        store->set(nullptr);
        auto local = LocalStore::open(request, parts.clock, parts.randomness, parts.disk);
        if (!local)
            return failure(local.error());
        store->set(*std::move(local));
        return {};
    });
    const Result<void> opened = co_await pending;
    if (!opened)
        co_return opened;
    self->request = request;
    self->checking = std::stop_source();
    co_return co_await self->refreshState();
}

QCoro::Task<Result<void>> Client::close()
{
    const auto self = d;
    stopBackgroundSync();
    self->endApproval(std::nullopt);
    self->abandonRound();
    self->checking.request_stop();
    self->journalTimer.reset();
    self->repairTimer.reset();
    const auto store = self->store;
    auto pending2 = submit(self->parts.executor, Urgency::Alone, [store] {
        store->set(nullptr);
        return true;
    });
    co_await pending2;
    self->platform.reset();
    self->connectedTo.reset();
    self->knowsLink = false;
    self->setState(ClientState());
    co_return Result<void>();
}

void Client::Private::setState(const ClientState &fresh)
{
    ClientState next = fresh;
    if (knowsLink) {
        next.link = state.link;
        next.linkProblem = state.linkProblem;
    } else {
        keptLink = {next.link, next.linkProblem};
    }
    if (next == state)
        return;
    state = next;
    if (q)
        Q_EMIT q->changed();
}

void Client::Private::noteWritten(const Result<ClientState> &fresh, bool written)
{
    if (fresh)
        setState(*fresh);
    if (!written)
        return;
    writtenAtMs = parts.clock.monotonicMs();
    scheduleJournalSync();
    if (loop)
        loop->poke();
    if (q)
        Q_EMIT q->dataChanged();
}

void Client::Private::scheduleJournalSync()
{
    if (journalTimer || !q)
        return;
    journalTimer = parts.clock.after(journalSyncMs, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        self->journalTimer.reset();
        [[maybe_unused]] auto task = visit(self, [](LocalStore &local) { return local.syncJournal(); });
    });
}

QCoro::Task<Result<void>> Client::Private::refreshState()
{
    const auto self = shared_from_this();
    const auto access = store;
    using Both = std::pair<ClientState, bool>;
    auto pending3 = access->run([](LocalStore &local) -> Result<Both> {
        const Result<ClientState> found = local.state();
        if (!found)
            return failure(found.error());
        return Both(*found, !local.isReadOnly() && local.isSearchStale());
    });
    const Result<Both> fresh = co_await pending3;
    if (!fresh)
        co_return failure(fresh.error());
    self->setState(fresh->first);
    // A round that loads ends its bulk itself.
    if (fresh->second && !self->syncing && !self->mendsSearch) [[maybe_unused]]
        auto mending = self->mendSearch();
    co_return Result<void>();
}

QCoro::Task<Result<void>> Client::Private::refreshAfter(bool isFresh)
{
    if (isFresh)
        co_return Result<void>();
    co_return co_await refreshState();
}

QCoro::Task<Result<StoreCheck>> Client::checkDatabase()
{
    return Private::read(d, [](LocalStore &local) -> Result<StoreCheck> { return local.check(); });
}

QCoro::Task<Result<QString>> Client::setting(QString key)
{
    return Private::read(d, [key](LocalStore &local) -> Result<QString> { return local.device().setting(key); });
}

QCoro::Task<Result<void>> Client::setSetting(QString key, QString value)
{
    const auto self = d;
    auto pending = Private::write(self, [key, value](LocalStore &local) -> Result<void> {
        local.device().setSetting(key, value);
        local.forgetPlace();
        return {};
    });
    const auto kept = co_await pending;
    if (key == setting::addresses)
        self->connectedTo.reset();
    co_return kept;
}

} // namespace crema::sync
