// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// `crema device code`, `revoke`, `readmit-code` and `rename`: what people who manage devices do at the platform, after
/// signing in there.
[[nodiscard]] QList<Verb> deviceManagementVerbs();

} // namespace crema::command
