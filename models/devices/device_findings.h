// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/device_health.h"

namespace crema {

/// What about a device may need a person, the worst first. The rules of resources/alerts/devices.rules.yaml are the
/// same, for whoever watches with Prometheus.
enum class DeviceFinding {
    WorkIsSilent,   ///< not heard of for half a day, and work was waiting on it then: it may be lost with the device
    WorkIsStuck,    ///< in contact, but something has waited for a quarter of an hour
    DiskIsLow,      ///< the next sale may not find room
    ClockIsWrong,   ///< more than ten minutes off (sync.md rule 23)
    NeedsAttention, ///< somebody has to decide about operations of it
    IsSilent,       ///< not heard of for three days, nothing was waiting
    NeverHeard,     ///< enrolled for more than a day and never heard of
    ClockIsOff,     ///< more than two minutes off
    IsOnDetour,     ///< passes over an address of the platform that does not answer
};

/// How calmly a finding is shown.
enum class FindingLevel {
    Act,  ///< something can be lost, or money is in danger
    Look, ///< when there is time
};

namespace device_limit {

inline constexpr std::int64_t minuteMs = 60'000;
inline constexpr std::int64_t hourMs = 60 * minuteMs;
inline constexpr std::int64_t dayMs = 24 * hourMs;
inline constexpr std::int64_t silentWithWorkMs = 12 * hourMs;
inline constexpr std::int64_t silentMs = 3 * dayMs;
inline constexpr std::int64_t neverHeardMs = dayMs;
inline constexpr std::int64_t stuckMs = 15 * minuteMs;
inline constexpr std::int64_t clockOffMs = 2 * minuteMs;
inline constexpr std::int64_t clockWrongMs = 10 * minuteMs;
/// A device in use reports every minute, an idle one every five; so long it counts as being in contact.
inline constexpr std::int64_t inContactMs = 11 * minuteMs;

} // namespace device_limit

[[nodiscard]] FindingLevel levelOf(DeviceFinding finding);

/// How long the platform has not heard of it, at `now` of the platform's clock; since enrolment when never.
[[nodiscard]] std::int64_t silenceMs(const DeviceStanding &standing, UtcTime now);
[[nodiscard]] bool isInContact(const DeviceStanding &standing, UtcTime now);

/// The worst first; empty for a device that is well, and for one that was shut out. Pure.
[[nodiscard]] QList<DeviceFinding> findingsOf(const DeviceStanding &standing, UtcTime now);

/// Puts what needs a person first: by the worst finding, then by how long it has been silent where that is the matter,
/// then by location and register. Those that were shut out stand last, the one that was last first.
void sortByNeed(QList<DeviceStanding> &devices, UtcTime now);

} // namespace crema
