// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/shop_settings.h"

namespace crema {

namespace shop_setting {

/// In their own file, because they are only asked for where something is weighed.
inline constexpr QStringView weightUnit = u"till.weight_unit";
inline constexpr QStringView tare = u"till.tare";

/// Values of `till.weight_unit`.
inline constexpr QStringView grams = u"grams";
inline constexpr QStringView kilograms = u"kilograms";

} // namespace shop_setting

/// What a place reads and types weights in. Kept and computed they are whole grams.
enum class WeightUnit { Gram, Kilogram };

[[nodiscard]] WeightUnit weightUnitOf(const SettingValues &settings);

/// What the usual bag or bowl weighs, in grams; 0: nothing is taken off.
[[nodiscard]] std::int64_t tareOf(const SettingValues &settings);

} // namespace crema
