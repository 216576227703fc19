// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"
#include "models/people/person.h"
#include "models/settings/shop_settings.h"

namespace crema {

/// So long the rights that a device knows of hold in full without a word of the platform, where the shop did not set
/// another time (shop_setting::rightsHoldHours). A device that was taken
/// along, or that somebody keeps from the network, does not change prices or people for ever by the rights of a day
/// long ago (ADR 034).
inline constexpr std::int64_t rightsHoldMs = 72ll * 60 * 60 * 1000;

[[nodiscard]] std::int64_t rightsHoldMsBy(const SettingValues &settings);

/// Whether a right holds without that limit: what a till needs to go on selling, however long the network is away.
[[nodiscard]] bool holdsWithoutNews(Permission permission);

/// The person with the rights that hold `now` at a device that agreed with the platform last at `heardAt`, by the same
/// clock, enrolment being the first time; nothing: it belongs to no platform.
[[nodiscard]] Person withRightsThatHold(Person person, const std::optional<UtcTime> &heardAt, UtcTime now,
                                        std::int64_t holdMs = rightsHoldMs);

} // namespace crema
