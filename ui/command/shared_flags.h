// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// The flags that mean the same with every verb (ux.md section 4). A verb takes --help, -q, -v and --color always,
/// the output forms when it gives out data, and of the others those it names in Verb::common.
[[nodiscard]] const QList<Flag> &sharedFlags();

/// The shared flags that this verb obeys, in the order of the table.
[[nodiscard]] QList<Flag> sharedFlagsOf(const Verb &verb);

/// All flags that this verb obeys: its own, then the shared ones.
[[nodiscard]] QList<Flag> allFlagsOf(const Verb &verb);

} // namespace crema::command
