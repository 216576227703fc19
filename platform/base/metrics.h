// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

namespace prometheus {
class Gauge;
class Registry;
} // namespace prometheus

namespace crema::platform {

/// The figures of this process for Prometheus. Each part registers its own families in registry(); names begin with
/// `crema_`, counters end in `_total`, units stand in the name, and no label carries a person, customer or receipt.
class Metrics
{
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics &) = delete;
    Metrics &operator=(const Metrics &) = delete;

    [[nodiscard]] prometheus::Registry &registry();

    /// A new one without labels; it lives as long as this.
    [[nodiscard]] prometheus::Gauge &addGauge(const char *name, const char *help);

    /// Calls `sample` before each text(), for gauges that are read rather than counted. Register before serving.
    void onScrape(std::function<void()> sample);

    /// The exposition text, version 0.0.4.
    [[nodiscard]] QByteArray text();

private:
    std::shared_ptr<prometheus::Registry> m_registry;
    std::vector<std::function<void()>> m_samplers;
};

inline constexpr char metricsContentType[] = "text/plain; version=0.0.4; charset=utf-8";

} // namespace crema::platform
