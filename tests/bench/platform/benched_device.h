// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/platform/served_platform.h"

namespace crema::bench {

/// Makes a manager, enrols a device with a one-time code of theirs as any till does, and gives the access token that
/// the platform answers with; empty when one of these steps failed.
[[nodiscard]] QByteArray enrolledToken(const ServedPlatform &platform);

} // namespace crema::bench
