// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/command_environment.h"

#include <QStringList>

class QCoreApplication;

namespace crema::command {

/// Runs one command line of `crema` and returns the exit code for main() (exit_code.h).
/// `arguments` are the words behind the program's name. Runs the application's event loop (its only one) until the
/// verb has finished; verbs that need no waiting return without it. Data goes to `writeOut`, all else to `writeError`.
[[nodiscard]] int run(QCoreApplication &application, const QStringList &arguments, CommandEnvironment &environment);

} // namespace crema::command
