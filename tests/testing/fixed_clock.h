// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <atomic>
#include <map>

namespace crema::testing {

/// A clock that moves only when a test says so, and then fires the timers that came due, in order. Any thread may read
/// it; what moves it and waits for it is one thread.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(UtcTime start = UtcTime(1'700'000'000'000)) : m_nowMs(start.msSinceEpoch()) {}

    [[nodiscard]] UtcTime now() const override { return UtcTime(m_nowMs); }
    [[nodiscard]] std::int64_t monotonicMs() const override { return m_monotonicMs; }
    [[nodiscard]] QUuid bootId() const override { return QUuid(u"0190f000-0000-7000-8000-000000000b00"); }

    [[nodiscard]] std::unique_ptr<Timer> after(std::int64_t delayMs, std::function<void()> action) override
    {
        const TimerKey key{m_monotonicMs + delayMs, ++m_lastTimer};
        m_timers->emplace(key, std::move(action));
        return std::make_unique<FixedTimer>(m_timers, key);
    }

    void advance(std::int64_t ms)
    {
        const std::int64_t end = m_monotonicMs + ms;
        while (!m_timers->empty() && m_timers->begin()->first.dueMs <= end) {
            const auto first = m_timers->begin();
            const std::int64_t step = first->first.dueMs - m_monotonicMs;
            m_nowMs += step;
            m_monotonicMs = first->first.dueMs;
            const auto action = std::move(first->second);
            m_timers->erase(first);
            action();
        }
        m_nowMs += end - m_monotonicMs;
        m_monotonicMs = end;
    }

    /// Moves the wall clock alone, as a person or a time server does.
    void stepWallClock(std::int64_t ms) { m_nowMs += ms; }

private:
    // The number keeps timers of one moment in order, and a fired timer from being taken for a newer one.
    struct TimerKey {
        std::int64_t dueMs = 0;
        std::int64_t number = 0;

        auto operator<=>(const TimerKey &) const = default;
    };
    using Timers = std::map<TimerKey, std::function<void()>>;

    class FixedTimer final : public Timer
    {
    public:
        FixedTimer(std::shared_ptr<Timers> timers, TimerKey key) : m_timers(std::move(timers)), m_key(key) {}
        ~FixedTimer() override { m_timers->erase(m_key); }

    private:
        std::shared_ptr<Timers> m_timers;
        TimerKey m_key;
    };

    std::atomic<std::int64_t> m_nowMs;
    std::atomic<std::int64_t> m_monotonicMs = 1'000;
    std::int64_t m_lastTimer = 0;
    std::shared_ptr<Timers> m_timers = std::make_shared<Timers>();
};

} // namespace crema::testing
