// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/theme/theme.h"

namespace crema::desktop {

/// Whether the person reads text so large (150 % and more) that what else stands side by side goes below each other.
[[nodiscard]] inline bool isLargeText(const Theme &theme)
{
    constexpr int fromPercent = 150;
    return theme.scaled(100) >= fromPercent;
}

} // namespace crema::desktop
