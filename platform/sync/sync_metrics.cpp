// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/sync_metrics.h"

#include "models/feed/checkpoint.h"
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
                          .Add({})),
          m_checkpoints(prometheus::BuildCounter()
                            .Name("crema_sync_checkpoints_total")
                            .Help("Devices that asked what they should hold.")
                            .Register(registry)),
          m_differences(prometheus::BuildCounter()
                            .Name("crema_sync_store_differences_total")
                            .Help("Entity types of which a device held something else than the platform.")
                            .Register(registry)),
          m_corrections(prometheus::BuildCounter()
                            .Name("crema_sync_digest_corrections_total")
                            .Help("Sums of checkpoints that were not those of the rows, and were put right.")
                            .Register(registry)
                            .Add({}))
    {
        // They begin at 0, or the first difference of a type would be no increase.
        for (const QStringView type : snapshotOrder) {
            if (isCompared(type))
                m_differences.Add({{"type", type.toString().toStdString()}});
        }
    }

    void count(const PushOutcome &outcome)
    {
        for (const Acknowledgement &acknowledgement : outcome.answer.acknowledgements)
            m_operations.Add({{"outcome", outcomeText(acknowledgement.outcome).toStdString()}}).Increment();
        m_reusedIds.Increment(outcome.reusedIds);
    }

    void countCheckpoint(bool moved) { m_checkpoints.Add({{"result", moved ? "moved" : "told"}}).Increment(); }

    void countDifferences(const QStringList &types)
    {
        for (const QString &type : types)
            m_differences.Add({{"type", type.toStdString()}}).Increment();
    }

    void countCorrections(int sums) { m_corrections.Increment(sums); }

private:
    prometheus::Family<prometheus::Counter> &m_operations;
    prometheus::Counter &m_reusedIds;
    prometheus::Family<prometheus::Counter> &m_checkpoints;
    prometheus::Family<prometheus::Counter> &m_differences;
    prometheus::Counter &m_corrections;
};

SyncMetrics::SyncMetrics(Metrics &metrics) : m_impl(std::make_unique<Impl>(metrics.registry())) {}

SyncMetrics::~SyncMetrics() = default;

void SyncMetrics::count(const PushOutcome &outcome)
{
    m_impl->count(outcome);
}

void SyncMetrics::countCheckpoint(bool moved)
{
    m_impl->countCheckpoint(moved);
}

void SyncMetrics::countDifferences(const QStringList &types)
{
    m_impl->countDifferences(types);
}

void SyncMetrics::countCorrections(int sums)
{
    m_impl->countCorrections(sums);
}

} // namespace crema::platform
