// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/worker_pool.h"
#include "platform/http/door.h"
#include "platform/http/http_metrics.h"
#include "platform/http/route_runner.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <QHash>
#include <QSet>

#include <atomic>
#include <unordered_set>

namespace crema::http {

class Connection;

/// What all connections share. Only the door's thread touches it, except for the two counts and `io`.
class DoorCore
{
public:
    DoorCore(const DoorParts &parts, const Limits &limits);

    // The context stands first so that it dies last: handlers that were never run hold connections.
    boost::asio::io_context io{1};
    DoorParts parts;
    Limits limits;
    RouteRunner runner;
    platform::WorkerPool pool;
    HttpMetrics metrics;
    ProcessRateLimits ownRates;
    RateLimits &rates;
    std::array<char, 64 * 1024> scratch{}; ///< every read goes through it; an idle connection holds no buffer
    std::int64_t bufferedBodyBytes = 0;
    bool isStopping = false;
    std::atomic<int> connectionCount = 0;
    std::atomic<int> eventStreamCount = 0;

    void add(const std::shared_ptr<Connection> &connection);
    void remove(const std::shared_ptr<Connection> &connection);
    /// Asks all to end; `whenEmpty` is called once none is left.
    void stopConnections(std::function<void()> whenEmpty);
    void closeConnections();

    void subscribe(Connection *connection, const QByteArrayList &keys);
    void unsubscribe(Connection *connection, const QByteArrayList &keys);
    void deliver(const QByteArray &key, const QByteArray &wireEvent);

    /// Lets go of a source where its destructor may wait for the database.
    void releaseOnWorker(std::shared_ptr<BodySource> source);

    /// Takes up a certificate that was renewed.
    void refreshTls();

    /// Flushes access lines a moment after the first of them, so that a busy door writes many at once.
    void flushLogSoon();

private:
    std::unordered_set<std::shared_ptr<Connection>> m_connections;
    QHash<QByteArray, QSet<Connection *>> m_subscribers;
    std::function<void()> m_whenEmpty;
    boost::asio::steady_timer m_flushTimer;
    bool m_isFlushDue = false;
};

} // namespace crema::http
