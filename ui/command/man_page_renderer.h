// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// crema(1) in man(7) macros, drawn from the same declaration as the parser.
[[nodiscard]] QString manPage(const Grammar &grammar);

} // namespace crema::command
