// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/sim_clock.h"

namespace crema::simulation {

namespace {

class SimTimer final : public Timer
{
public:
    SimTimer(Scheduler &scheduler, std::int64_t delayMs, std::function<void()> action)
        : m_scheduler(scheduler), m_ticket(scheduler.after(delayMs, std::move(action)))
    {}
    ~SimTimer() override { m_scheduler.cancel(m_ticket); }

private:
    Scheduler &m_scheduler;
    Scheduler::Ticket m_ticket;
};

} // namespace

std::unique_ptr<Timer> SimClock::after(std::int64_t delayMs, std::function<void()> action)
{
    return std::make_unique<SimTimer>(m_scheduler, delayMs, std::move(action));
}

void SimClock::boot(const QUuid &boot)
{
    m_boot = boot;
    m_bootedAtMs = m_scheduler.nowMs();
}

} // namespace crema::simulation
