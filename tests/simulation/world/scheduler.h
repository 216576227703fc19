// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <coroutine>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace crema::simulation {

/// The one queue of everything that happens, in simulated time. Events of one moment come in the order in which they
/// were asked for, so that a seed gives the same run each time.
class Scheduler
{
public:
    using Ticket = std::pair<std::int64_t, std::uint64_t>;

    /// Microseconds since the world began.
    [[nodiscard]] std::int64_t nowUs() const { return m_nowUs; }
    [[nodiscard]] std::int64_t nowMs() const { return m_nowUs / 1'000; }

    Ticket after(std::int64_t delayMs, std::function<void()> action);
    void cancel(const Ticket &ticket) { m_events.erase(ticket); }
    /// Nothing that was asked for comes any more; what it held goes now.
    void clear() { [[maybe_unused]] const auto dropped = std::exchange(m_events, {}); }

    /// Runs the next event. False when there is none before `untilMs`; time is that moment then.
    bool step(std::int64_t untilMs);

    /// `co_await scheduler.pause(5)`: goes on 5 ms later.
    struct Pause {
        Scheduler &scheduler;
        std::int64_t delayMs;

        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiting)
        {
            scheduler.after(delayMs, [waiting] { waiting.resume(); });
        }
        void await_resume() const noexcept {}
    };
    [[nodiscard]] Pause pause(std::int64_t delayMs) { return {*this, delayMs}; }

    [[nodiscard]] std::uint64_t steps() const { return m_steps; }

private:
    std::map<Ticket, std::function<void()>> m_events;
    std::int64_t m_nowUs = 0;
    std::uint64_t m_next = 0;
    std::uint64_t m_steps = 0;
};

/// What happened, line by line: a hash of it tells whether two runs were the same, and the lines are for people.
class Trace
{
public:
    explicit Trace(bool isKept) : m_isKept(isKept) {}

    void add(std::int64_t nowMs, const QByteArray &line);
    [[nodiscard]] QByteArray digest() const { return m_hash.result().toHex(); }
    [[nodiscard]] const QByteArray &lines() const { return m_lines; }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_lines;
    bool m_isKept;
};

} // namespace crema::simulation
