// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/device_health.h"

namespace crema::sync {

/// How the devices of the company are, as far as this one knows: asked of the platform, or as it was answered last.
struct KnownDevices {
    DeviceList list;                ///< as of list.at
    std::optional<Problem> problem; ///< why it is not of now; nothing: the platform answered
};

} // namespace crema::sync
