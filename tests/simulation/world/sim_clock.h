// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "tests/simulation/world/scheduler.h"

namespace crema::simulation {

/// The clock of one machine: its wall time may be wrong and be set, its monotonic time begins anew with each boot.
class SimClock final : public Clock
{
public:
    SimClock(Scheduler &scheduler, const QUuid &boot) : m_scheduler(scheduler), m_boot(boot) {}

    [[nodiscard]] UtcTime now() const override
    {
        return UtcTime(beginMs + m_frozenAtMs.value_or(m_scheduler.nowMs()) + m_errorMs);
    }
    [[nodiscard]] std::int64_t monotonicMs() const override { return m_scheduler.nowMs() - m_bootedAtMs; }
    [[nodiscard]] QUuid bootId() const override { return m_boot; }
    [[nodiscard]] std::unique_ptr<Timer> after(std::int64_t delayMs, std::function<void()> action) override;

    /// Somebody sets the wall clock, or it was never right.
    void setError(std::int64_t errorMs)
    {
        m_errorMs = errorMs;
        m_frozenAtMs.reset();
    }
    [[nodiscard]] std::int64_t errorMs() const { return m_errorMs; }
    /// The wall clock stands still until it is set again.
    void freeze() { m_frozenAtMs = m_scheduler.nowMs(); }
    void boot(const QUuid &boot);

    /// 2026-11-02 08:00 UTC.
    static constexpr std::int64_t beginMs = 1'793'606'400'000;

private:
    Scheduler &m_scheduler;
    QUuid m_boot;
    std::int64_t m_bootedAtMs = 0;
    std::int64_t m_errorMs = 0;
    std::optional<std::int64_t> m_frozenAtMs;
};

} // namespace crema::simulation
