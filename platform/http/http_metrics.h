// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/metrics.h"
#include "platform/http/router.h"

#include <array>
#include <memory>
#include <unordered_map>

namespace prometheus {
class Counter;
class Histogram;
class Gauge;
template<class T>
class Family;
} // namespace prometheus

namespace crema::http {

/// The door's figures. count() belongs to the door's thread; the gauges may be sampled by any.
class HttpMetrics
{
public:
    struct Gauges {
        std::function<int()> connections;
        std::function<int()> eventStreams;
        std::function<int()> waitingRequests;
        std::function<int()> runningRequests;
        std::function<UtcTime()> certificateExpires; ///< empty without TLS
    };
    HttpMetrics(platform::Metrics &metrics, const Router &router, const Gauges &gauges);

    /// `route` is null for what never reached one (refused by the gate, unknown path).
    void count(const Route *route, int status, double seconds);
    /// One connection or request turned away because everything is in use.
    void countTurnedAway();
    /// One request that its sender has to ask later (RateLimits).
    void countHeldUp();
    /// One connection that ended before its TLS was agreed.
    void countFailedHandshake();

private:
    struct Series {
        std::array<prometheus::Counter *, 6> byClass{};
        prometheus::Histogram *seconds = nullptr;
    };
    [[nodiscard]] Series makeSeries(const QString &route, const QByteArray &method);

    prometheus::Family<prometheus::Counter> &m_requests;
    prometheus::Family<prometheus::Histogram> &m_seconds;
    prometheus::Counter &m_turnedAway;
    prometheus::Counter &m_heldUp;
    prometheus::Counter &m_failedHandshakes;
    std::unordered_map<const Route *, Series> m_series;
};

} // namespace crema::http
