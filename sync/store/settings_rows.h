// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/location.h"
#include "models/settings/shop_settings.h"
#include "sync/store/entity_rows.h"

namespace crema::sync {

/// What a place has set as this device knows it, empty where it set nothing yet; nothing for an id that is neither the
/// company's nor a location's.
[[nodiscard]] std::optional<ShopSettings> settingsOf(EntityRows &rows, PlaceId id);
/// Those of the company, then those of its locations by name; empty ones too. Nothing before enrolment.
[[nodiscard]] QList<ShopSettings> allSettingsOf(EntityRows &rows);
/// What is in force at this location; without one what the company set. The last that is known, also offline.
[[nodiscard]] SettingValues settingsAt(EntityRows &rows, const std::optional<LocationId> &location);

} // namespace crema::sync
