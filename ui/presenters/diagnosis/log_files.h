// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringList>

namespace crema::presenters {

/// The log files of the programs on this device, by name; empty when none was written yet.
[[nodiscard]] QStringList logFiles(const QString &folder);

/// Copies them into `target`, which is made when it is not there, over those of an earlier copy. Gives their names.
/// Errors: `log.write`.
[[nodiscard]] Result<QStringList> copyLogs(const QString &folder, const QString &target);

} // namespace crema::presenters
