// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/shop_settings.h"

#include <QStringList>

namespace crema {

namespace shop_setting {

/// In its own file, because it is only asked for where discounts are given.
inline constexpr QStringView discountReasons = u"discount.reasons";

} // namespace shop_setting

/// So many reasons for a discount are offered at most; each has a digit as its key.
inline constexpr qsizetype mostDiscountReasons = 9;
/// A longer reason is cut, as one that is typed.
inline constexpr qsizetype longestDiscountReason = 60;

/// The reasons for a discount that this place offers, one in each line of the setting; empty: it has set none.
[[nodiscard]] QStringList offeredDiscountReasons(const SettingValues &settings);

} // namespace crema
