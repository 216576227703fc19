// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::terminal {

/// Writes every terminal screen in three sizes to FOLDER as text: `terminal-NAME-20x16.txt`. The same shop, the same
/// moment and the same bytes each time. Answers the exit code; what failed is told on standard error.
[[nodiscard]] int writeTerminalShots(const QString &folder);

} // namespace crema::terminal
