// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/terminal/input/device_keys.h"

namespace crema::terminal {

/// Where the keys of this device are kept: XDG_CONFIG_HOME/crema/keys/TERM.keys, one file for each kind of terminal.
[[nodiscard]] QString deviceKeysPath();

/// The keys that were taught on this device; none when there is no file.
[[nodiscard]] QList<DeviceKey> readDeviceKeys();

/// Keeps one more; what the same bytes meant before is forgotten. Errors: `device.keys`.
[[nodiscard]] Result<void> keepDeviceKey(const DeviceKey &key);

} // namespace crema::terminal
