// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// `crema sync export` and `crema sync import`: what one register has not sent goes out from another (sync.md rule 30).
[[nodiscard]] Verb exportVerb();
[[nodiscard]] Verb importVerb();

} // namespace crema::command
