// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <utility>
#include <vector>

namespace crema::desktop {

/// `co_await gate` goes on at once while the gate is open, else when it is opened. Everything on one thread.
class Gate final
{
public:
    void close() { m_open = false; }
    /// Lets everybody through who waits.
    void open()
    {
        m_open = true;
        for (const std::coroutine_handle<> waiting : std::exchange(m_waiting, {}))
            waiting.resume();
    }

    [[nodiscard]] bool await_ready() const noexcept { return m_open; }
    void await_suspend(std::coroutine_handle<> waiting) { m_waiting.push_back(waiting); }
    void await_resume() const noexcept {}

private:
    bool m_open = true;
    std::vector<std::coroutine_handle<>> m_waiting;
};

} // namespace crema::desktop
