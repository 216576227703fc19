// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/sync_metrics.h"

#include "platform/base/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/registry.h>

namespace crema::platform {

class SyncMetrics::Impl
{
public:
    explicit Impl(prometheus::Registry &registry)
        : m_operations(prometheus::BuildCounter()
                           .Name("crema_sync_operations_total")
                           .Help("Operations acknowledged to devices, replays among them.")
                           .Register(registry)),
          m_reusedIds(prometheus::BuildCounter()
                          .Name("crema_sync_reused_ids_total")
                          .Help("Operations whose id was known with other bytes.")
                          .Register(registry)
                          .Add({}))
    {}

    void count(const PushOutcome &outcome)
    {
        for (const Acknowledgement &acknowledgement : outcome.answer.acknowledgements)
            m_operations.Add({{"outcome", outcomeText(acknowledgement.outcome).toStdString()}}).Increment();
        m_reusedIds.Increment(outcome.reusedIds);
    }

private:
    prometheus::Family<prometheus::Counter> &m_operations;
    prometheus::Counter &m_reusedIds;
};

SyncMetrics::SyncMetrics(Metrics &metrics) : m_impl(std::make_unique<Impl>(metrics.registry())) {}

SyncMetrics::~SyncMetrics() = default;

void SyncMetrics::count(const PushOutcome &outcome)
{
    m_impl->count(outcome);
}

} // namespace crema::platform
