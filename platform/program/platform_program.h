// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// The program crema-platform: reads its arguments and does what they ask. Needs the core application; gives the
/// exit code. `arguments` begins behind the program's name.
[[nodiscard]] int runPlatformProgram(const QStringList &arguments, const Domain &domain);

} // namespace crema::platform
