// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// `crema user mail-code` and `crema user reset-password`: a password for who has none, or lost it.
[[nodiscard]] QList<Verb> passwordCodeVerbs();

} // namespace crema::command
