// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/invocation.h"

namespace crema::command {

/// Reads the words behind the program's name by the grammar.
/// `-h`, `--help` and `--version` anywhere, and no words at all, become the invocation of `help` or `version`.
/// Errors, all of kind Invalid (exit 2): `usage.unknown_noun`, `usage.unknown_verb`, `usage.unknown_flag` (each with
/// one suggestion when a word is near), `usage.flag_not_here`, `usage.flag_value`, `usage.flag_missing`,
/// `usage.argument_missing`, `usage.argument_surplus`, `usage.argument_value`.
[[nodiscard]] Result<Invocation> parseCommandLine(const Grammar &grammar, const QStringList &words);

} // namespace crema::command
