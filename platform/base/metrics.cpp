// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/base/metrics.h"

#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace crema::platform {

Metrics::Metrics() : m_registry(std::make_shared<prometheus::Registry>()) {}

Metrics::~Metrics() = default;

prometheus::Registry &Metrics::registry()
{
    return *m_registry;
}

prometheus::Gauge &Metrics::addGauge(const char *name, const char *help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(*m_registry).Add({});
}

void Metrics::onScrape(std::function<void()> sample)
{
    m_samplers.push_back(std::move(sample));
}

QByteArray Metrics::text()
{
    for (const std::function<void()> &sample : m_samplers)
        sample();
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(m_registry->Collect()));
}

} // namespace crema::platform
