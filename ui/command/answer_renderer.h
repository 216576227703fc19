// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/command/answer.h"
#include "ui/command/command_environment.h"
#include "ui/command/invocation.h"

namespace crema::command {

/// Whether output to this stream may carry colour: --color, NO_COLOR, TERM=dumb and the terminal decide.
[[nodiscard]] bool wantsColor(const Invocation &invocation, const CommandEnvironment &environment, bool isTerminal);

/// The bytes for standard output: JSON, JSON lines, tab-separated lines, a table or a sentence.
/// Errors: `usage.unknown_field` when --fields or --sort name what no record has.
[[nodiscard]] Result<QByteArray> renderAnswer(const Answer &answer, const Invocation &invocation,
                                              const CommandEnvironment &environment);

/// The bytes for standard error: `{"error":{code,message,hint,details}}` or two lines for people.
[[nodiscard]] QByteArray renderProblem(const Problem &problem, Form form, bool verbose);

} // namespace crema::command
