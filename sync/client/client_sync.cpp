// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/client/hidden_costs.h"
#include "sync/client/queue_export.h"
#include "sync/engine/mail_round.h"
#include "sync/store/sale_reader.h"
#include "sync/store/setting_names.h"

#include <algorithm>

namespace crema::sync {
namespace {

const QString backoffSetting = QStringLiteral("sync.backoff");

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("device.not_enrolled"),
            Client::tr("This device is not enrolled, so there is no platform to talk to."),
            Client::tr("Run crema device enroll --platform URL --code CODE."),
            {}};
}

Problem roundRunning()
{
    return {ProblemKind::Unavailable,
            QStringLiteral("sync.running"),
            Client::tr("Changes are being sent and fetched already."),
            Client::tr("Wait a moment."),
            {}};
}

} // namespace

Result<DeviceIdentity> identityOf(LocalStore &local)
{
    const Result<SigningKey> key = local.signingKey();
    if (!key)
        return failure(key.error());
    const DeviceRow &device = local.place().device;
    return DeviceIdentity{device.id, device.epoch, *key};
}

QCoro::Task<Result<std::shared_ptr<PlatformClient>>> Client::Private::connectTo(QUrl base)
{
    using Answer = Result<std::shared_ptr<PlatformClient>>;
    const auto self = shared_from_this();
    // Its key and its addresses are read when somebody changed them, not for each round.
    if (self->platform && self->connectedTo == base)
        co_return Answer(self->platform);
    struct Found {
        QList<QUrl> addresses;
        DeviceIdentity identity;
    };
    auto pending = self->store->run([base](LocalStore &local) -> Result<Found> {
        const Result<DeviceIdentity> identity = identityOf(local);
        if (!identity)
            return failure(identity.error());
        Found found{{base}, *identity};
        if (base == QUrl(local.place().device.platform))
            found.addresses += readAddresses(local.device().setting(setting::addresses)).value_or(QList<QUrl>());
        return found;
    });
    const auto found = co_await pending;
    if (!found)
        co_return Answer(failure(found.error()));
    if (!self->platform || self->platform->addresses().urls() != PlatformAddresses(found->addresses).urls())
        self->platform =
            std::make_shared<PlatformClient>(self->parts.network, self->parts.clock, found->addresses, found->identity);
    self->connectedTo = base;
    co_return Answer(self->platform);
}

QCoro::Task<RoundResult> Client::Private::round()
{
    const auto self = shared_from_this();
    RoundResult result;
    if (!self->state.enrolled || self->syncing) {
        result.report.stopped = self->syncing ? roundRunning() : notEnrolled();
        result.report.queue = self->state.queue;
        co_return result;
    }
    self->syncing = true;
    self->stop = std::stop_source();
    const std::int64_t mine = ++self->roundNumber;
    const std::stop_token token = self->stop.get_token();
    const auto connected = co_await self->connectTo(self->state.platform);
    if (connected) {
        const auto moved = [weak = std::weak_ptr(self)] {
            const auto held = weak.lock();
            if (!held)
                return;
            if (held->loop)
                held->loop->noteMoved();
            const auto round = held->running.lock();
            if (round && round->result.report.sent > 0 && !round->fetching) [[maybe_unused]]
                auto telling = held->health->tellBacklog(StoreBehind(held->store), held->platform);
        };
        const auto fresh = std::make_shared<Round>();
        self->running = fresh;
        fresh->store = std::make_shared<StoreBehind>(self->store);
        fresh->platform = *connected;
        fresh->stop = token;
        fresh->moved = moved;
        fresh->comparesAnyway = self->comparesAnyway;
        fresh->isTillOpen = [weak = std::weak_ptr(self)] {
            const auto held = weak.lock();
            return held && held->state.openShift.has_value();
        };
        fresh->isTillUsed = [weak = std::weak_ptr(self)] {
            const auto held = weak.lock();
            return held && held->isUsed();
        };
        fresh->loaded = [weak = std::weak_ptr(self)] {
            if (const auto held = weak.lock()) [[maybe_unused]]
                auto task = held->showLoad();
        };
        self->health->roundBegan();
        result = co_await runSyncRound(fresh);
        // At once: what is recorded from here on has a newer one.
        if (result.state && mine == self->roundNumber)
            self->setState(*result.state);
        self->comparesAnyway = self->comparesAnyway && !result.compared;
        self->health->roundEnded(result);
        if (!token.stop_requested() && (!result.report.stopped || fresh->mayPull())) {
            auto telling = self->health->tell(StoreBehind(self->store), *connected);
            // The next sale does not wait for it; a program that ends after its one round does.
            auto mailing = self->sendMails(*connected);
            if (!self->loop) {
                co_await telling;
                co_await mailing;
            }
        }
    } else {
        result.report.stopped = connected.error();
    }
    if (mine != self->roundNumber)
        co_return result;
    self->syncing = false;
    const Result<void> refreshed = co_await self->refreshAfter(result.state.has_value());
    if (result.searchIsStale && !self->mendsSearch) [[maybe_unused]]
        auto mending = self->mendSearch();
    if (refreshed)
        self->noteRound(result);
    if (result.difference && self->q)
        Q_EMIT self->q->refused(*result.difference);
    if (!result.report.stopped)
        self->listen();
    co_return result;
}

// A round without any visits the store no more than it has to.
QCoro::Task<void> Client::Private::sendMails(std::shared_ptr<PlatformClient> connected)
{
    const auto self = shared_from_this();
    if (!std::exchange(self->mayOweMail, false))
        co_return;
    auto sending = sendReceiptMails(StoreBehind(self->store), connected);
    const bool isAnyLeft = co_await sending;
    self->mayOweMail = self->mayOweMail || isAnyLeft;
}

bool Client::Private::isUsed() const
{
    constexpr std::int64_t momentMs = 10'000;
    return usedAtMs && parts.clock.monotonicMs() - *usedAtMs < momentMs;
}

QCoro::Task<void> Client::Private::showLoad()
{
    const auto self = shared_from_this();
    const bool couldSell = !self->state.load || self->state.load->maySell;
    // It just answered.
    self->setLink(Link::Online, std::nullopt);
    const auto refreshed = co_await self->refreshState();
    const bool canSell = !self->state.load || self->state.load->maySell;
    if (refreshed && canSell && !couldSell && self->q)
        Q_EMIT self->q->dataChanged();
}

void Client::Private::abandonRound()
{
    ++roundNumber;
    stop.request_stop();
    syncing = false;
}

void Client::Private::noteRound(const RoundResult &result)
{
    const bool same = state.link == result.link && state.linkProblem == result.report.stopped;
    setLink(result.link, result.report.stopped);
    if (!q)
        return;
    if (!same)
        Q_EMIT q->changed();
    if (result.changedData)
        Q_EMIT q->dataChanged();
}

void Client::Private::setLink(Link link, const std::optional<Problem> &problem)
{
    knowsLink = true;
    state.link = link;
    state.linkProblem = problem;
    const KeptLink kept{link, problem};
    if (!kept.isLike(keptLink)) {
        [[maybe_unused]] auto task = keepLink(kept);
    }
}

QCoro::Task<void> Client::Private::keepLink(KeptLink link)
{
    const auto self = shared_from_this();
    const auto access = self->store;
    auto noting = access->run([link](LocalStore &local) { return local.noteLink(link); });
    const Result<void> noted = co_await noting;
    // What could not be noted is noted with the next round.
    if (noted)
        self->keptLink = link;
}

QCoro::Task<Result<SyncReport>> Client::syncOnce()
{
    const auto self = d;
    if (!self->state.enrolled)
        co_return failure(notEnrolled());
    const RoundResult result = co_await self->round();
    // What a person began and the platform answered ends a wait or a pause of the loop too; so does what failed here
    // alone, on this disk for example, and is tried again.
    if (self->loop && result.link == Link::Online)
        self->loop->wake();
    co_return result.report;
}

void Client::startBackgroundSync()
{
    if (!d->loop) {
        const std::weak_ptr<Private> weak = d;
        SyncLoop::Rounds rounds;
        rounds.run = [weak]() -> QCoro::Task<RoundResult> {
            if (const auto self = weak.lock())
                return self->round();
            return []() -> QCoro::Task<RoundResult> { co_return RoundResult(); }();
        };
        rounds.abandon = [weak] {
            if (const auto self = weak.lock())
                self->abandonRound();
        };
        rounds.keep = [weak](const Backoff &backoff) {
            if (const auto self = weak.lock())
                self->keepBackoff(backoff);
        };
        d->loop = std::make_shared<SyncLoop>(d->parts.clock, d->parts.randomness, rounds);
        d->signal = d->makeSignal();
        // While no program ran, a disk may have lost what it had.
        d->comparesAnyway = true;
    }
    d->loopWanted = true;
    [[maybe_unused]] auto starting = d->startLoop();
}

QCoro::Task<void> Client::Private::startLoop()
{
    const auto self = shared_from_this();
    const auto access = store;
    auto reading =
        access->run([](LocalStore &local) -> Result<QString> { return local.device().setting(backoffSetting); });
    const auto kept = co_await reading;
    if (self->loopWanted)
        self->loop->start(Backoff::fromString(kept.value_or(QString())));
}

std::shared_ptr<ChangeSignal> Client::Private::makeSignal()
{
    const std::weak_ptr<Private> weak = weak_from_this();
    ChangeSignal::Listener listener;
    listener.more = [weak] {
        const auto self = weak.lock();
        if (!self)
            return;
        self->loop->setFollowed(true);
        // A round that has not begun to fetch will see it anyway.
        const auto round = self->running.lock();
        if (!round || round->fetching)
            self->loop->noteMore();
    };
    listener.ended = [weak] {
        if (const auto self = weak.lock())
            self->loop->setFollowed(false);
    };
    return std::make_shared<ChangeSignal>(parts.clock, parts.randomness, listener);
}

void Client::Private::listen()
{
    if (loopWanted && signal && platform)
        signal->ensure(platform);
}

void Client::Private::keepBackoff(const Backoff &backoff)
{
    const QString text = backoff.toString();
    const auto access = store;
    [[maybe_unused]] auto task = access->run([text](LocalStore &local) {
        return local.write([&]() -> Result<void> {
            local.device().setSetting(backoffSetting, text);
            return {};
        });
    });
}

void Client::stopBackgroundSync()
{
    d->loopWanted = false;
    if (d->signal)
        d->signal->stop();
    if (d->loop) {
        d->loop->setFollowed(false);
        d->loop->stop();
    }
}

std::optional<UtcTime> Client::nextTryAt() const
{
    return d->loop ? d->loop->nextAt() : std::nullopt;
}

QCoro::Task<Result<std::int64_t>> Client::exportQueue(QString path)
{
    const auto self = d;
    Disk *disk = &self->parts.disk;
    const UtcTime now = self->parts.clock.now();
    return Private::read(self, [disk, now, path](LocalStore &local) -> Result<std::int64_t> {
        QueueFilter filter;
        filter.limit = 1'000;
        QList<QueueEntry> entries;
        for (QList<QueueEntry> page = findQueueEntries(local, filter); !page.isEmpty();
             page = findQueueEntries(local, filter)) {
            entries += page;
            filter.offset += static_cast<int>(page.size());
        }
        // It holds the operations whole, in clear.
        const Result<void> right = mayRead(local, Reading::Costs);
        if (!right && std::ranges::any_of(entries, &tellsCosts))
            return failure(right.error());
        const QByteArray bytes = queueExport(entries, local.place().device.id, now);
        // Beside it and under its name then: what lies there is a person's until this is whole.
        const Result<void> written = disk->replacePrivate(path, bytes);
        if (!written)
            return failure(written.error());
        return static_cast<std::int64_t>(entries.size());
    });
}

} // namespace crema::sync
