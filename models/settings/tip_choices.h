// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/shop_settings.h"

namespace crema {

namespace shop_setting {

/// In their own file, because they are only asked for where money is taken.
inline constexpr QStringView tips = u"till.tips";
inline constexpr QStringView tipPercentages = u"till.tip_percentages";

} // namespace shop_setting

/// So many percentages are offered for a tip at most; each has a digit as its key.
inline constexpr qsizetype mostTipChoices = 5;

/// The percentages that this place offers for a tip, 1 to 100, in the order of the setting; the usual 5, 10 and 15
/// where it has set none that can be read. Empty where it takes no tips.
[[nodiscard]] QList<int> offeredTips(const SettingValues &settings);

} // namespace crema
