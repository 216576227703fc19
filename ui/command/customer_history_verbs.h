// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// What a customer bought. `who` says which one.
[[nodiscard]] Verb customerHistoryVerb(const Argument &who);
/// Their statement, as text, page or table.
[[nodiscard]] Verb customerStatementVerb(const Argument &who);

} // namespace crema::command
