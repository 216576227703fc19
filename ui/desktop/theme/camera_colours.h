// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace crema::desktop {

// What a camera reads is the same in every theme, dark on light: few apps read the other way round.
inline constexpr Qt::GlobalColor cameraInk = Qt::black;
inline constexpr Qt::GlobalColor cameraPaper = Qt::white;

} // namespace crema::desktop
