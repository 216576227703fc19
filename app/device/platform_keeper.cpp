// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/platform_keeper.h"

namespace crema {

PlatformKeeper::PlatformKeeper(LocalBusiness business, PlatformChild &child, sync::Client &client, Clock &clock,
                               QObject *parent)
    : QObject(parent), m_business(business), m_child(child), m_client(client), m_clock(clock)
{
    connect(&child, &PlatformChild::ended, this, &PlatformKeeper::restart);
}

PlatformKeeper::~PlatformKeeper()
{
    m_stop.request_stop();
}

void PlatformKeeper::start()
{
    run(this, m_stop.get_token());
}

void PlatformKeeper::restart()
{
    if (m_restarts++ < mostRestarts)
        m_timer = m_clock.after(restartMs, [this] { start(); });
}

QCoro::Task<> PlatformKeeper::run(Self self, std::stop_token stop)
{
    const quint16 known = static_cast<quint16>(self->m_client.state().platform.port(0));
    const Result<QUrl> address = co_await self->m_child.start(self->m_business, known);
    if (stop.stop_requested() || !self)
        co_return;
    if (!address) {
        Q_EMIT self->failed(address.error());
        co_return;
    }
    const Result<void> moved = co_await self->m_client.movePlatform(*address);
    if (stop.stop_requested() || !self)
        co_return;
    if (!moved) {
        Q_EMIT self->failed(moved.error());
        co_return;
    }
    // Without waiting for the back-off of the tries that met a closed door.
    self->m_client.stopBackgroundSync();
    self->m_client.startBackgroundSync();
}

} // namespace crema
