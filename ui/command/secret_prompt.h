// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace crema::command {

/// Asks on the terminal for one line that is not shown while it is typed. Errors: `input.closed`.
[[nodiscard]] Result<QString> askSecretOnTerminal(const QString &prompt);

/// Asks on the terminal; only "y" or "yes" (in any case) is a yes.
[[nodiscard]] bool askYesNoOnTerminal(const QString &question);

} // namespace crema::command
