// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "tests/bench/platform/served_platform.h"

#include <vector>

namespace crema::bench {

struct BenchedDevice {
    DeviceId id;
    QByteArray token; ///< for access
};

/// Makes a manager and enrols so many devices of theirs; none when one of the steps failed.
[[nodiscard]] std::vector<BenchedDevice> enrolledDevices(const ServedPlatform &platform, int count);

/// Makes a manager, enrols a device with a one-time code of theirs as any till does, and gives the access token that
/// the platform answers with; empty when one of these steps failed.
[[nodiscard]] QByteArray enrolledToken(const ServedPlatform &platform);

} // namespace crema::bench
