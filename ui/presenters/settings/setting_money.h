// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/location.h"
#include "models/settings/setting_amount.h"
#include "models/settings/shop_settings.h"
#include "sync/client/client_state.h"

#include <algorithm>

namespace crema {

/// How the amounts of a place are written: in the currency of a location that is among `locations`, else in that of the
/// company.
[[nodiscard]] inline SettingMoney settingMoneyOf(const ShopSettings &here, const QList<Location> &locations,
                                                 const sync::ClientState &state, const QLocale &locale)
{
    const auto location =
        std::ranges::find_if(locations, [&](const Location &other) { return here.location == other.id; });
    return {location == locations.end() ? state.company.currency : location->currency, locale};
}

} // namespace crema
