// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::platform {

/// Who runs this program, as the operating system calls them: "carla". The number where it has no name for it.
[[nodiscard]] QString systemUserName();

} // namespace crema::platform
