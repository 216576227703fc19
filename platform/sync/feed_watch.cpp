// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_watch.h"

#include "models/operations/storage_failure.h"
#include "platform/base/log.h"
#include "platform/base/metrics.h"

#include <prometheus/gauge.h>

#include <limits>

namespace crema::platform {
namespace {

constexpr std::int64_t periodMs = 10'000;

} // namespace

class FeedWatch::Gauges
{
public:
    explicit Gauges(Metrics &metrics)
        : m_oldest(metrics.addGauge("crema_database_oldest_transaction_seconds",
                                    "Age of the oldest transaction with a number in any database of the cluster.")),
          m_rows(metrics.addGauge("crema_sync_feed_lag_rows", "Committed rows that the feed holds back.")),
          m_lag(metrics.addGauge("crema_sync_feed_lag_seconds",
                                 "How long the feed has held rows back at most; 0 while it holds none.")),
          m_slots(metrics.addGauge(
              "crema_database_replication_slot_age_transactions",
              "Transactions since the oldest one that a replication slot keeps from being cleaned up."))
    {}

    void set(const FeedStall &stall)
    {
        const double seconds = static_cast<double>(stall.oldestMs) / 1'000;
        m_oldest.Set(seconds);
        m_rows.Set(static_cast<double>(stall.heldRows));
        m_lag.Set(stall.heldRows > 0 ? seconds : 0);
        m_slots.Set(static_cast<double>(stall.slotAge));
    }

private:
    prometheus::Gauge &m_oldest;
    prometheus::Gauge &m_rows;
    prometheus::Gauge &m_lag;
    prometheus::Gauge &m_slots;
};

FeedWatch::FeedWatch(DomainCore &core)
    : m_core(core), m_gauges(std::make_unique<Gauges>(core.metrics)), m_lookedAtMs(core.clock.monotonicMs() - periodMs)
{}

FeedWatch::~FeedWatch() = default;

void FeedWatch::lookIfDue()
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (lock && m_core.clock.monotonicMs() - m_lookedAtMs >= periodMs)
        lookLocked();
}

void FeedWatch::look()
{
    const std::lock_guard lock(m_mutex);
    lookLocked();
}

void FeedWatch::lookLocked()
{
    m_lookedAtMs = m_core.clock.monotonicMs();
    try {
        const FeedStall stall = m_core.sync.stall();
        m_gauges->set(stall);
        tell(stall);
    } catch (const StorageFailure &) {
        // The request that needs the database says so.
    }
}

void FeedWatch::tell(const FeedStall &stall)
{
    if (stall.oldestMs < stalledMs) {
        if (!m_told.isEmpty())
            m_core.log.write(LogLevel::Warning, "sync.feed_moves_again", LogFields());
        m_told.clear();
        return;
    }
    if (m_told == stall.who)
        return;
    m_told = stall.who;
    m_core.log.write(
        LogLevel::Severe, "sync.feed_stalled",
        LogFields().add("who", stall.who).add("seconds", stall.oldestMs / 1'000).add("held_rows", stall.heldRows));
}

} // namespace crema::platform
