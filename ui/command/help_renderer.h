// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// No help line is wider than this.
inline constexpr int helpWidth = 80;

/// `crema help`: examples, then all commands.
[[nodiscard]] QString helpOverview(const Grammar &grammar);
/// `crema help NOUN`: examples, then its verbs.
[[nodiscard]] QString helpOnNoun(const Noun &noun);
/// `crema help NOUN VERB`: examples, usage, arguments, flags, notes.
[[nodiscard]] QString helpOnVerb(const Noun &noun, const Verb &verb);
/// `crema help exit-codes`.
[[nodiscard]] QString helpOnExitCodes();

} // namespace crema::command
