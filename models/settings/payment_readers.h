// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/shop_settings.h"

namespace crema {

namespace shop_setting {

/// In its own file, because it is only asked for where money is taken.
inline constexpr QStringView paymentsReader = u"payments.reader";

} // namespace shop_setting

/// The provider's name of the card reader beside the register with this code, as its place has set it; empty where
/// there is none.
[[nodiscard]] QString readerBeside(const SettingValues &settings, const QString &registerCode);

} // namespace crema
