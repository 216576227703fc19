// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// `crema device printer`: the receipt printer of this computer.
[[nodiscard]] Verb printerVerb();

} // namespace crema::command
