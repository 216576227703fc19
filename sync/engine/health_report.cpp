// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/health_report.h"

#include "models/base/json.h"
#include "models/devices/device_health.h"

#include <algorithm>

namespace crema::sync {

void HealthReport::roundBegan()
{
    m_roundBeganMs = m_clock.monotonicMs();
}

void HealthReport::roundEnded(const RoundResult &result)
{
    const std::int64_t now = m_clock.monotonicMs();
    m_roundMs = now - m_roundBeganMs;
    m_longestRoundMs = std::max(m_longestRoundMs, m_roundMs);
    ++m_rounds;
    if (result.report.stopped)
        ++m_stoppedRounds;
    if (result.report.sent > 0)
        m_sentMs = now;
    m_isComplete = result.report.complete();
}

bool HealthReport::isDue(When when) const
{
    if (m_isTelling)
        return false;
    // What was told of a backlog is taken back as soon as it is gone.
    if (when == When::AfterRound && m_isComplete && m_toldWaiting > 0)
        return true;
    return !m_notBeforeMs || m_clock.monotonicMs() >= *m_notBeforeMs;
}

QCoro::Task<void> HealthReport::tell(StoreBehind store, std::shared_ptr<PlatformClient> platform)
{
    return tellNow(std::move(store), std::move(platform), When::AfterRound);
}

QCoro::Task<void> HealthReport::tellBacklog(StoreBehind store, std::shared_ptr<PlatformClient> platform)
{
    return tellNow(std::move(store), std::move(platform), When::DuringRound);
}

QCoro::Task<void> HealthReport::tellNow(StoreBehind store, std::shared_ptr<PlatformClient> platform, When when)
{
    const auto self = shared_from_this();
    if (!isDue(when))
        co_return;
    m_isTelling = true;
    auto reading = store.run([](LocalStore &local) { return local.health(); });
    const auto read = co_await reading;
    if (!read || (when == When::DuringRound && read->waiting == 0)) {
        m_isTelling = false;
        co_return;
    }
    DeviceHealth health = *read;
    addOwn(health, platform->addresses());
    const QByteArray body = json::writeCanonical(codec::toJson(health));
    const Exchange exchange = co_await platform->reportHealth(body);
    m_isTelling = false;
    noteAnswer(exchange, health);
}

void HealthReport::addOwn(DeviceHealth &health, const PlatformAddresses &addresses) const
{
    if (m_sentMs)
        health.sentAgoMs = m_clock.monotonicMs() - *m_sentMs;
    health.addresses = static_cast<int>(addresses.urls().size());
    health.openBreakers = addresses.openBreakers();
    health.roundMs = m_roundMs;
    health.longestRoundMs = m_longestRoundMs;
    health.rounds = m_rounds;
    health.stoppedRounds = m_stoppedRounds;
}

void HealthReport::noteAnswer(const Exchange &exchange, const DeviceHealth &health)
{
    const std::int64_t now = m_clock.monotonicMs();
    // It was not heard, perhaps: a later round says it again. So does one behind a portal that answers for the
    // platform.
    if (exchange.verdict != Verdict::Accepted && exchange.verdict != Verdict::Refused) {
        m_notBeforeMs = now + periodMs;
        return;
    }
    if (exchange.verdict == Verdict::Refused) {
        m_notBeforeMs = now + unwantedMs;
        m_toldWaiting = 0;
        return;
    }
    m_notBeforeMs = now + periodMs;
    m_toldWaiting = health.waiting;
    m_longestRoundMs = 0;
    m_rounds = 0;
    m_stoppedRounds = 0;
}

} // namespace crema::sync
