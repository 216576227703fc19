// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::desktop {

/// Makes themes and icons readable; a static library's resources are not linked by themselves. Call once in main.
void loadResources();

} // namespace crema::desktop
