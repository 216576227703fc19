// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QList>
#include <QString>

namespace crema::command {

/// What the program says to the script that called it (ux.md section 4).
enum class ExitCode : int {
    Done = 0,
    Failed = 1,
    Usage = 2,
    NotFound = 3,
    NotAllowed = 4,
    Conflict = 5,
    SomeFailed = 6,
    Device = 7,
    NotSynced = 75,
    Interrupted = 130,
};

struct ExitCodeMeaning {
    ExitCode code;
    QString meaning; ///< one translated sentence
};

/// Every exit code in order of its number: `crema help exit-codes` and the manual page are drawn from it.
[[nodiscard]] QList<ExitCodeMeaning> exitCodeMeanings();

/// The exit code of a failure. Two codes leave the table of kinds: `sync.timeout` is 75, `sync.stopped` 130.
[[nodiscard]] ExitCode exitCodeOf(const Problem &problem);

} // namespace crema::command
