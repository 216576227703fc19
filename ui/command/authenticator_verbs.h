// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// `crema user authenticator` and `crema user confirm-authenticator`: one-time codes beside one's own password.
[[nodiscard]] QList<Verb> authenticatorVerbs();

} // namespace crema::command
