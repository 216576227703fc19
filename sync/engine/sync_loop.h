// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "sync/engine/sync_round.h"

#include <functional>

namespace crema::sync {

/// Decides when rounds run while a program is open: at once after a record, every 30 s when idle, with back-off while
/// the platform is away. Its one timer is the only wake-up of an idle client. Every wait ends in an attempt.
class SyncLoop : public std::enable_shared_from_this<SyncLoop>
{
public:
    using RunRound = std::function<QCoro::Task<RoundResult>()>;

    static constexpr std::int64_t idleMs = 30'000;

    SyncLoop(Clock &clock, Randomness &randomness, RunRound runRound)
        : m_clock(clock), m_randomness(randomness), m_runRound(std::move(runRound))
    {}

    void start();
    /// Also ends a wait; a round that runs is told by its own stop token.
    void stop();
    /// There is something new to send: a round begins at once, or right after the one that runs. While the platform is
    /// away the wait goes on, so that a busy till does not hammer it.
    void poke();
    /// When the next round begins; nothing while one runs and while stopped.
    [[nodiscard]] std::optional<UtcTime> nextAt() const;

private:
    void schedule(std::int64_t delayMs);
    QCoro::Task<void> round();

    Clock &m_clock;
    Randomness &m_randomness;
    RunRound m_runRound;
    std::unique_ptr<Timer> m_timer;
    UtcTime m_nextAt;
    bool m_active = false;
    bool m_running = false;
    bool m_again = false;
    int m_failures = 0;
};

} // namespace crema::sync
