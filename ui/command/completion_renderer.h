// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// Scripts that complete nouns, verbs, flags, the words that flags and arguments choose from, and file names.
/// Product codes and receipt numbers come from `crema … --plain --fields` at the moment of completing.
[[nodiscard]] QString bashCompletion(const Grammar &grammar);
[[nodiscard]] QString zshCompletion(const Grammar &grammar);
[[nodiscard]] QString fishCompletion(const Grammar &grammar);

} // namespace crema::command
