// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/door_core.h"

#include "platform/base/log.h"
#include "platform/http/connection.h"

namespace crema::http {
namespace {

constexpr std::chrono::milliseconds flushDelay{200};

} // namespace

DoorCore::DoorCore(const DoorParts &doorParts, const Limits &doorLimits)
    : parts(doorParts), limits(doorLimits), runner(parts), pool("worker", limits.workers, limits.queuedRequests),
      metrics(parts.metrics, parts.router,
              {[this] { return connectionCount.load(); }, [this] { return eventStreamCount.load(); },
               [this] { return pool.waiting(); }, [this] { return pool.running(); },
               parts.tls ? [this] { return parts.tls->facts().validTo; } : std::function<UtcTime()>()}),
      ownRates(limits, parts.randomness), rates(parts.rates ? *parts.rates : ownRates), m_flushTimer(io)
{}

void DoorCore::add(const std::shared_ptr<Connection> &connection)
{
    m_connections.insert(connection);
    connectionCount = static_cast<int>(m_connections.size());
}

void DoorCore::remove(const std::shared_ptr<Connection> &connection)
{
    m_connections.erase(connection);
    connectionCount = static_cast<int>(m_connections.size());
    if (m_connections.empty() && m_whenEmpty)
        std::exchange(m_whenEmpty, nullptr)();
}

void DoorCore::stopConnections(std::function<void()> whenEmpty)
{
    isStopping = true;
    m_whenEmpty = std::move(whenEmpty);
    const auto connections = m_connections;
    for (const std::shared_ptr<Connection> &connection : connections)
        connection->stopSoon();
    if (m_connections.empty() && m_whenEmpty)
        std::exchange(m_whenEmpty, nullptr)();
}

void DoorCore::closeConnections()
{
    const auto connections = m_connections;
    for (const std::shared_ptr<Connection> &connection : connections)
        connection->close();
}

void DoorCore::subscribe(Connection *connection, const QByteArrayList &keys)
{
    for (const QByteArray &key : keys)
        m_subscribers[key].insert(connection);
    ++eventStreamCount;
}

void DoorCore::unsubscribe(Connection *connection, const QByteArrayList &keys)
{
    for (const QByteArray &key : keys) {
        const auto found = m_subscribers.find(key);
        if (found == m_subscribers.end())
            continue;
        found->remove(connection);
        if (found->isEmpty())
            m_subscribers.erase(found);
    }
    --eventStreamCount;
}

void DoorCore::deliver(const QByteArray &key, const QByteArray &wireEvent)
{
    // A copy: a subscriber that is too slow leaves the set while we walk.
    const QSet<Connection *> subscribers = m_subscribers.value(key);
    for (Connection *connection : subscribers)
        connection->sendEvent(wireEvent);
}

void DoorCore::releaseOnWorker(std::shared_ptr<BodySource> source)
{
    // A full pool leaves it to this thread: rare, and better than to keep what the source holds.
    (void)pool.tryPost([source = std::move(source)]() mutable { source.reset(); });
}

void DoorCore::refreshTls()
{
    if (!parts.tls)
        return;
    const auto renewed = parts.tls->refresh(parts.clock.monotonicMs());
    platform::LogFields fields;
    if (!renewed) {
        fields.add("code", renewed.error().code).add("message", renewed.error().message);
        parts.log.write(platform::LogLevel::Warning, "door.certificate_kept", fields);
    } else if (*renewed) {
        fields.add("pin", (*renewed)->pin).add("valid_to", (*renewed)->validTo.toString());
        parts.log.write(platform::LogLevel::Info, "door.certificate_renewed", fields);
    }
}

void DoorCore::flushLogSoon()
{
    if (std::exchange(m_isFlushDue, true))
        return;
    m_flushTimer.expires_after(flushDelay);
    m_flushTimer.async_wait([this](const boost::system::error_code &) {
        m_isFlushDue = false;
        parts.log.flush();
    });
}

} // namespace crema::http
