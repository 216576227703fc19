// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/still_clock.h"

#include <utility>

namespace crema::desktop {

struct StillClock::Waiting {
    std::int64_t delayMs;
    std::int64_t dueMs;
    std::function<void()> action;
};

std::unique_ptr<Timer> StillClock::after(std::int64_t delayMs, std::function<void()> action)
{
    struct Held final : Timer {
        std::shared_ptr<Waiting> waiting;
    };
    auto held = std::make_unique<Held>();
    held->waiting = std::make_shared<Waiting>(Waiting{delayMs, m_passedMs + delayMs, std::move(action)});
    m_waiting.push_back(held->waiting);
    return held;
}

void StillClock::settle()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const std::weak_ptr<Waiting> &entry : waiting) {
        const std::shared_ptr<Waiting> due = entry.lock();
        if (due && due->delayMs < 1000)
            due->action();
        else if (due)
            m_waiting.push_back(due);
    }
}

void StillClock::pass(std::int64_t ms)
{
    m_passedMs += ms;
    const auto waiting = std::exchange(m_waiting, {});
    for (const std::weak_ptr<Waiting> &entry : waiting) {
        const std::shared_ptr<Waiting> due = entry.lock();
        if (due && due->dueMs <= m_passedMs)
            due->action();
        else if (due)
            m_waiting.push_back(due);
    }
}

} // namespace crema::desktop
