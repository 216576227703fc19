// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/sync_loop.h"

#include "models/base/planted.h"

namespace crema::sync {

void SyncLoop::start(const Backoff &kept)
{
    if (m_active)
        return;
    m_active = true;
    m_backoff = kept;
    schedule(kept.waitMs(m_clock.now()));
}

void SyncLoop::stop()
{
    m_active = false;
    m_timer.reset();
    m_watchdog.reset();
}

void SyncLoop::poke()
{
    if (!m_active || m_backoff.failures > 0)
        return;
    if (m_running)
        m_again = true;
    else
        schedule(0);
}

void SyncLoop::pokeWithin(std::int64_t ms)
{
    if (!m_active || m_backoff.failures > 0)
        return;
    const auto delay = static_cast<std::int64_t>(m_randomness.below(static_cast<std::uint64_t>(ms) + 1));
    if (m_running)
        m_again = true;
    else if (m_clock.now().plusMs(delay) < m_nextAt)
        schedule(delay);
}

void SyncLoop::setFollowed(bool followed)
{
    const bool ended = m_followed && !followed;
    m_followed = followed;
    if (ended)
        pokeWithin(endedWithinMs);
}

void SyncLoop::wake()
{
    if (!m_active)
        return;
    m_backoff = {};
    m_isWoken = m_running;
    poke();
}

void SyncLoop::noteMoved()
{
    if (!m_active || !m_running)
        return;
    m_watchdog = m_clock.after(stuckMs, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->giveUpRound();
    });
}

void SyncLoop::giveUpRound()
{
    ++m_round;
    m_running = false;
    m_watchdog.reset();
    m_rounds.abandon();
    schedule(0);
}

std::optional<UtcTime> SyncLoop::nextAt() const
{
    if (!m_active || m_running)
        return std::nullopt;
    return m_nextAt;
}

void SyncLoop::schedule(std::int64_t delayMs)
{
    m_nextAt = m_clock.now().plusMs(delayMs);
    m_timer = m_clock.after(delayMs, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->round();
    });
}

QCoro::Task<void> SyncLoop::round()
{
    const auto self = shared_from_this();
    if (m_running)
        co_return;
    m_running = true;
    m_again = false;
    m_isWoken = false;
    const std::int64_t mine = ++m_round;
    noteMoved();
    const RoundResult result = co_await m_rounds.run();
    if (mine != m_round)
        co_return;
    m_running = false;
    m_watchdog.reset();
    if (!m_active)
        co_return;
    scheduleAfter(result);
}

void SyncLoop::scheduleAfter(const RoundResult &result)
{
    const Backoff before = m_backoff;
    if (!result.report.stopped) {
        m_backoff = {};
        const std::int64_t idle = m_followed ? followedIdleMs : idleMs;
        schedule(m_again ? 0 : result.isHeldBack ? heldBackMs : idle);
        if (before != m_backoff)
            m_rounds.keep(m_backoff);
        return;
    }
    ++m_backoff.failures;
    if (result.link == Link::NeedsSignIn) {
        // What woke it may have ended what this round was still told of.
        schedule(m_isWoken ? 0 : pausedMs);
        m_rounds.keep({});
        return;
    }
    std::int64_t askedFor = result.retryAfterMs.value_or(0);
    if (result.spreadMs > 0)
        askedFor += static_cast<std::int64_t>(m_randomness.below(static_cast<std::uint64_t>(result.spreadMs) + 1));
    m_backoff.lengthMs = std::max(backoffMs(m_backoff.failures, m_randomness), askedFor);
    if (!CREMA_PLANTED(NeverTriesAgain))
        schedule(m_backoff.lengthMs);
    m_backoff.until = m_nextAt;
    m_rounds.keep(m_backoff);
}

} // namespace crema::sync
