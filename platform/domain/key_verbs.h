// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `keys list`: the keys that sign access tokens, a line each: id, when it was made, what it does now.
int listTokenKeys(const VerbOptions &options, const PlatformParts &parts);

/// `keys rotate [--now]`: makes a new key and prints its id. It signs after five minutes, and nobody notices. With
/// `--now`, after a key has become known to others, the old ones end at once and every device signs in anew by itself.
int rotateTokenKeys(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
