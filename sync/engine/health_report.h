// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/sync_round.h"

namespace crema::sync {

/// Tells the platform how this device is, so that a manager sees all of them. It rides on the rounds of the sync and
/// never decides when one runs; what it is told counts for nothing in how a round ended. Cheap: at most once a minute,
/// one small request, given up after five seconds, left alone for ten minutes by a platform that does not take it.
/// A backlog of several batches is told as soon as the first has gone through: a device that is cut off again then is
/// known to hold work. Lives on the client's thread.
class HealthReport : public std::enable_shared_from_this<HealthReport>
{
public:
    static constexpr std::int64_t periodMs = 60'000;
    static constexpr std::int64_t unwantedMs = 600'000;

    explicit HealthReport(Clock &clock) : m_clock(clock) {}

    void roundBegan();
    void roundEnded(const RoundResult &result);

    /// After a round in which the platform answered.
    [[nodiscard]] QCoro::Task<void> tell(StoreBehind store, std::shared_ptr<PlatformClient> platform);
    /// In the middle of a round, while more is waiting.
    [[nodiscard]] QCoro::Task<void> tellBacklog(StoreBehind store, std::shared_ptr<PlatformClient> platform);

private:
    enum class When { DuringRound, AfterRound };

    [[nodiscard]] QCoro::Task<void> tellNow(StoreBehind store, std::shared_ptr<PlatformClient> platform, When when);
    [[nodiscard]] bool isDue(When when) const;
    void addOwn(DeviceHealth &health, const PlatformAddresses &addresses) const;
    void noteAnswer(const Exchange &exchange, const DeviceHealth &health);

    Clock &m_clock;
    std::int64_t m_roundBeganMs = 0;
    std::int64_t m_roundMs = 0;
    std::int64_t m_longestRoundMs = 0;
    std::int64_t m_rounds = 0;
    std::int64_t m_stoppedRounds = 0;
    std::optional<std::int64_t> m_sentMs;
    std::optional<std::int64_t> m_notBeforeMs;
    std::int64_t m_toldWaiting = 0;
    bool m_isComplete = false;
    bool m_isTelling = false;
};

} // namespace crema::sync
