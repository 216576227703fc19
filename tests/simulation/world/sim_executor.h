// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/executor.h"
#include "tests/simulation/world/dice.h"
#include "tests/simulation/world/scheduler.h"

#include <deque>
#include <functional>
#include <optional>

namespace crema::simulation {

/// The store's thread of one till, without a thread: what people wait for runs at once. What nobody waits for does so
/// as well, or, in some worlds, comes a while later, one after the other, so that people act between any two steps of a
/// round, of a first load or of search being made anew.
class SimExecutor final : public sync::Executor
{
public:
    SimExecutor(Scheduler &scheduler, Dice dice, std::int64_t longestMs)
        : m_scheduler(scheduler), m_dice(dice), m_longestMs(longestMs)
    {}
    ~SimExecutor() override;

    void post(std::function<void()> job, sync::Urgency urgency = sync::Urgency::Asked) override;
    void finish() override;
    /// From now on each comes after so long at most; 0: at once.
    void setLongest(std::int64_t ms) { m_longestMs = ms; }

private:
    void schedule();
    void runFirst();

    Scheduler &m_scheduler;
    Dice m_dice;
    std::int64_t m_longestMs;
    std::deque<std::function<void()>> m_behind;
    std::optional<Scheduler::Ticket> m_ticket;
};

} // namespace crema::simulation
