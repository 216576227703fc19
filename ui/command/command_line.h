// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/command_environment.h"
#include "ui/command/handed_verb.h"

#include <QStringList>

class QCoreApplication;

namespace crema::command {

/// Runs one command line to its end and answers the exit code (exit_code.h). Data goes to `writeOut`, all else to
/// `writeError`. `environment` outlives it. For a program that runs a verb in place of the one where it was typed,
/// `heard` are the answers that were given there.
[[nodiscard]] QCoro::Task<int> runVerb(QStringList arguments, CommandEnvironment &environment, HeardAnswers heard);

/// Runs one command line of `crema` and returns the exit code for main() (exit_code.h).
/// `arguments` are the words behind the program's name. Runs the application's event loop (its only one) until the
/// verb has finished; verbs that need no waiting return without it. Data goes to `writeOut`, all else to `writeError`.
[[nodiscard]] int run(QCoreApplication &application, const QStringList &arguments, CommandEnvironment &environment);

} // namespace crema::command
