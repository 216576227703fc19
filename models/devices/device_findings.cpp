// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/devices/device_findings.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace crema {
namespace {

std::optional<DeviceFinding> clockFinding(const DeviceHealth &health)
{
    const std::int64_t off = std::abs(health.clockOffsetMs);
    if (off > device_limit::clockWrongMs)
        return DeviceFinding::ClockIsWrong;
    if (off > device_limit::clockOffMs)
        return DeviceFinding::ClockIsOff;
    return std::nullopt;
}

} // namespace

FindingLevel levelOf(DeviceFinding finding)
{
    switch (finding) {
    case DeviceFinding::WorkIsSilent:
    case DeviceFinding::WorkIsStuck:
    case DeviceFinding::DiskIsLow:
    case DeviceFinding::ClockIsWrong: return FindingLevel::Act;
    case DeviceFinding::NeedsAttention:
    case DeviceFinding::IsSilent:
    case DeviceFinding::NeverHeard:
    case DeviceFinding::ClockIsOff:
    case DeviceFinding::IsOnDetour: break;
    }
    return FindingLevel::Look;
}

std::int64_t silenceMs(const DeviceStanding &standing, UtcTime now)
{
    const UtcTime since = standing.heardAt.value_or(standing.enrolledAt);
    return std::max<std::int64_t>(0, now.msSinceEpoch() - since.msSinceEpoch());
}

bool isInContact(const DeviceStanding &standing, UtcTime now)
{
    return standing.heardAt && silenceMs(standing, now) < device_limit::inContactMs;
}

QList<DeviceFinding> findingsOf(const DeviceStanding &standing, UtcTime now)
{
    const std::int64_t silence = silenceMs(standing, now);
    QList<DeviceFinding> findings;
    if (standing.shutOut)
        return findings;
    if (!standing.health) {
        if (!standing.heardAt && silence > device_limit::neverHeardMs)
            findings.append(DeviceFinding::NeverHeard);
        return findings;
    }
    const DeviceHealth &health = *standing.health;
    if (health.waiting > 0 && silence > device_limit::silentWithWorkMs)
        findings.append(DeviceFinding::WorkIsSilent);
    else if (health.oldestWaitingMs.value_or(0) > device_limit::stuckMs)
        findings.append(DeviceFinding::WorkIsStuck);
    if (health.diskIsLow)
        findings.append(DeviceFinding::DiskIsLow);
    if (const auto clock = clockFinding(health))
        findings.append(*clock);
    if (health.needsAttention > 0)
        findings.append(DeviceFinding::NeedsAttention);
    if (health.waiting == 0 && silence > device_limit::silentMs)
        findings.append(DeviceFinding::IsSilent);
    if (health.openBreakers > 0)
        findings.append(DeviceFinding::IsOnDetour);
    std::ranges::sort(findings);
    return findings;
}

void sortByNeed(QList<DeviceStanding> &devices, UtcTime now)
{
    const auto place = [now](const DeviceStanding &standing) {
        const QList<DeviceFinding> findings = findingsOf(standing, now);
        constexpr int well = 1'000;
        const int worst = findings.isEmpty() ? well : static_cast<int>(findings.first());
        // The longer silent, the further up; among the others a minute more or less changes no place.
        const bool byTime = worst == static_cast<int>(DeviceFinding::WorkIsSilent) ||
                            worst == static_cast<int>(DeviceFinding::IsSilent);
        const std::int64_t outAtMs = standing.shutOut ? standing.shutOut->at.msSinceEpoch() : 0;
        return std::tuple(standing.shutOut.has_value(), -outAtMs, worst, byTime ? -silenceMs(standing, now) : 0,
                          standing.locationName, standing.locationCode, standing.registerCode.size(),
                          standing.registerCode);
    };
    std::ranges::stable_sort(devices, {}, place);
}

} // namespace crema
