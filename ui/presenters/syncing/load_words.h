// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"

#include <QString>

namespace crema {

/// How far the platform's state has come to this device, in a sentence or two: what is read, how much of it, and
/// whether a person can sell already (sync.md rule 15).
[[nodiscard]] QString loadText(const sync::LoadProgress &load);

} // namespace crema
