// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"

namespace crema::sync {
namespace {

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

QCoro::Task<Result<std::shared_ptr<PlatformClient>>> Client::Private::connectTo(QUrl base)
{
    using Answer = Result<std::shared_ptr<PlatformClient>>;
    const auto self = shared_from_this();
    if (self->platform && self->platform->base() == base)
        co_return Answer(self->platform);
    auto pending = self->store->run([](LocalStore &local) -> Result<DeviceIdentity> {
        const Result<SigningKey> key = local.signingKey();
        if (!key)
            return failure(key.error());
        const DeviceRow &device = local.place().device;
        return DeviceIdentity{device.id, device.epoch, *key};
    });
    const auto identity = co_await pending;
    if (!identity)
        co_return Answer(failure(identity.error()));
    self->platform = std::make_shared<PlatformClient>(self->parts.network, self->parts.clock, base, *identity);
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
    const auto connected = co_await self->connectTo(self->state.platform);
    if (connected)
        result = co_await runSyncRound(self->store, *connected, self->stop.get_token());
    else
        result.report.stopped = connected.error();
    self->syncing = false;
    const auto refreshed = co_await self->refreshState();
    if (refreshed)
        self->noteRound(result);
    co_return result;
}

void Client::Private::noteRound(const RoundResult &result)
{
    const bool same = state.link == result.link && state.linkProblem == result.report.stopped;
    state.link = result.link;
    state.linkProblem = result.report.stopped;
    if (!q)
        return;
    if (!same)
        Q_EMIT q->changed();
    if (result.changedData)
        Q_EMIT q->dataChanged();
}

QCoro::Task<Result<SyncReport>> Client::syncOnce()
{
    const auto self = d;
    if (!self->state.enrolled)
        co_return failure(notEnrolled());
    const RoundResult result = co_await self->round();
    co_return result.report;
}

void Client::startBackgroundSync()
{
    if (!d->loop) {
        d->loop = std::make_shared<SyncLoop>(d->parts.clock, d->parts.randomness,
                                             [weak = std::weak_ptr(d)]() -> QCoro::Task<RoundResult> {
                                                 if (const auto self = weak.lock())
                                                     return self->round();
                                                 return []() -> QCoro::Task<RoundResult> { co_return RoundResult(); }();
                                             });
    }
    d->loop->start();
}

void Client::stopBackgroundSync()
{
    if (d->loop)
        d->loop->stop();
}

} // namespace crema::sync
