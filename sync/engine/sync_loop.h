// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "sync/engine/backoff.h"
#include "sync/engine/sync_round.h"

#include <functional>

namespace crema::sync {

/// Decides when rounds run while a program is open: at once after a record, every 30 s when idle (every 5 min while the
/// platform says by itself that there is more), with back-off while the platform is away. Its one timer is the only
/// wake-up of an idle client. Every wait ends in an attempt: a watchdog gives up a round in which nothing moved for two
/// minutes and begins another (sync.md rule 21).
class SyncLoop : public std::enable_shared_from_this<SyncLoop>
{
public:
    /// What the loop drives.
    struct Rounds {
        std::function<QCoro::Task<RoundResult>()> run;
        std::function<void()> abandon;             ///< the one that runs shall end, and another may begin before it has
        std::function<void(const Backoff &)> keep; ///< for the next start()
    };

    static constexpr std::int64_t idleMs = 30'000;
    static constexpr std::int64_t followedIdleMs = 300'000;
    /// A transaction that holds the feed back ends within seconds (sync.md rule 10), and nobody tells when.
    static constexpr std::int64_t heldBackMs = 2'000;
    /// Many clients hear of the same change at once; they come within this time.
    static constexpr std::int64_t moreWithinMs = 250;
    static constexpr std::int64_t endedWithinMs = 5'000;
    /// A device that is not accepted any more pauses (sync.md rule 7): it asks again when a person signs in, with the
    /// next start, and every ten minutes, since somebody may have accepted it again, or a proxy on the way was to
    /// blame.
    static constexpr std::int64_t pausedMs = 600'000;
    static constexpr std::int64_t stuckMs = 120'000;

    SyncLoop(Clock &clock, Randomness &randomness, Rounds rounds)
        : m_clock(clock), m_randomness(randomness), m_rounds(std::move(rounds))
    {}

    /// With what was kept of the last time.
    void start(const Backoff &kept = {});
    /// Also ends a wait; a round that runs is told by its own stop token.
    void stop();
    /// There is something new to send: a round begins at once, or right after the one that runs. While the platform is
    /// away the wait goes on, so that a busy till does not hammer it.
    void poke();
    /// Somebody else changed something: as poke(), within moreWithinMs.
    void noteMore() { pokeWithin(moreWithinMs); }
    /// Whether the platform is heard, from now on; when it was and is not any more, a round looks soon.
    void setFollowed(bool followed);
    /// A person did something that may help, such as signing in: a pause or a wait ends now.
    void wake();
    /// The round that runs got on: the watchdog waits afresh.
    void noteMoved();
    /// When the next round begins; nothing while one runs and while stopped.
    [[nodiscard]] std::optional<UtcTime> nextAt() const;

private:
    void pokeWithin(std::int64_t ms);
    void schedule(std::int64_t delayMs);
    void scheduleAfter(const RoundResult &result);
    void giveUpRound();
    QCoro::Task<void> round();

    Clock &m_clock;
    Randomness &m_randomness;
    Rounds m_rounds;
    std::unique_ptr<Timer> m_timer;
    std::unique_ptr<Timer> m_watchdog; // only while a round runs
    UtcTime m_nextAt;
    bool m_active = false;
    bool m_running = false;
    bool m_again = false;
    bool m_isWoken = false; // while the round runs
    bool m_followed = false;
    std::int64_t m_round = 0; // the result of an earlier one is not looked at any more
    Backoff m_backoff;
};

} // namespace crema::sync
