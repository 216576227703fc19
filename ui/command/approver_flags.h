// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"
#include "ui/presenters/selling/approver_word.h"

namespace crema::command {

/// Of verbs that a colleague may approve (ADR 033): who, and where their PIN is read.
[[nodiscard]] Flag approverFlag();
[[nodiscard]] Flag approverPinFlag();

/// Who approves what this call does; nothing where nobody was named. Errors: those of Session::secret().
[[nodiscard]] Result<std::optional<presenters::ApproverWord>> approverOf(Session &session);

} // namespace crema::command
