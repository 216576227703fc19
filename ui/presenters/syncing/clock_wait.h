// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <coroutine>

namespace crema::presenters {

/// `co_await ClockWait(clock, 500)` goes on after that many milliseconds of this clock, on the same thread.
class ClockWait
{
public:
    ClockWait(Clock &clock, std::int64_t delayMs) : m_clock(clock), m_delayMs(delayMs) {}

    [[nodiscard]] bool await_ready() const noexcept { return m_delayMs <= 0; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        m_timer = m_clock.after(m_delayMs, [waiting] { waiting.resume(); });
    }
    void await_resume() const noexcept {}

private:
    Clock &m_clock;
    std::int64_t m_delayMs;
    std::unique_ptr<Timer> m_timer;
};

} // namespace crema::presenters
