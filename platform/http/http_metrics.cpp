// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/http_metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

namespace crema::http {
namespace {

const prometheus::Histogram::BucketBoundaries boundaries{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                         0.1,    0.25,  0.5,    1,     2.5,  10};

} // namespace

HttpMetrics::HttpMetrics(platform::Metrics &metrics, const Router &router, const Gauges &gauges)
    : m_requests(prometheus::BuildCounter()
                     .Name("crema_http_requests_total")
                     .Help("Requests answered, by route, method and class of status.")
                     .Register(metrics.registry())),
      m_seconds(prometheus::BuildHistogram()
                    .Name("crema_http_request_duration_seconds")
                    .Help("From the complete request to the answer handed to the network, by route.")
                    .Register(metrics.registry())),
      m_turnedAway(prometheus::BuildCounter()
                       .Name("crema_http_turned_away_total")
                       .Help("Requests and connections answered 503 because everything was in use.")
                       .Register(metrics.registry())
                       .Add({})),
      m_heldUp(prometheus::BuildCounter()
                   .Name("crema_http_held_up_total")
                   .Help("Requests answered 429 because their sender had used more than its share.")
                   .Register(metrics.registry())
                   .Add({})),
      m_failedHandshakes(prometheus::BuildCounter()
                             .Name("crema_tls_failed_handshakes_total")
                             .Help("Connections that ended before their TLS was agreed.")
                             .Register(metrics.registry())
                             .Add({}))
{
    m_series.emplace(nullptr, makeSeries(QStringLiteral("none"), QByteArrayLiteral("any")));
    for (const std::unique_ptr<Route> &route : router.routes())
        m_series.emplace(route.get(), makeSeries(route->info.name, methodName(route->info.method).toByteArray()));

    auto &connections = metrics.addGauge("crema_http_connections", "Open connections.");
    auto &streams = metrics.addGauge("crema_http_event_streams", "Open event streams.");
    auto &waiting = metrics.addGauge("crema_http_requests_waiting", "Requests waiting for a worker.");
    auto &running = metrics.addGauge("crema_http_requests_running", "Requests that a worker handles now.");
    if (gauges.certificateExpires) {
        auto &expires = metrics.addGauge("crema_tls_certificate_expires_timestamp_seconds",
                                         "When the certificate of the door ends, in seconds since 1970.");
        metrics.onScrape([&expires, when = gauges.certificateExpires] {
            expires.Set(static_cast<double>(when().msSinceEpoch()) / 1000.0);
        });
    }
    metrics.onScrape([&connections, &streams, &waiting, &running, gauges] {
        connections.Set(gauges.connections());
        streams.Set(gauges.eventStreams());
        waiting.Set(gauges.waitingRequests());
        running.Set(gauges.runningRequests());
    });
}

HttpMetrics::Series HttpMetrics::makeSeries(const QString &route, const QByteArray &method)
{
    Series series;
    for (std::size_t i = 1; i < series.byClass.size(); ++i) {
        series.byClass[i] = &m_requests.Add(
            {{"route", route.toStdString()}, {"method", method.toStdString()}, {"status", std::to_string(i) + "xx"}});
    }
    series.seconds = &m_seconds.Add({{"route", route.toStdString()}}, boundaries);
    return series;
}

void HttpMetrics::count(const Route *route, int status, double seconds)
{
    const auto found = m_series.find(route);
    Q_ASSERT(found != m_series.end());
    const auto statusClass = static_cast<std::size_t>(status / 100);
    if (statusClass >= 1 && statusClass < found->second.byClass.size())
        found->second.byClass[statusClass]->Increment();
    found->second.seconds->Observe(seconds);
}

void HttpMetrics::countHeldUp()
{
    m_heldUp.Increment();
}

void HttpMetrics::countFailedHandshake()
{
    m_failedHandshakes.Increment();
}

void HttpMetrics::countTurnedAway()
{
    m_turnedAway.Increment();
}

} // namespace crema::http
