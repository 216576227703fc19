// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QByteArray>

namespace crema {

/// What crema-platform said when it gave up, in the words of the person at this computer and with a code of
/// PlatformChild. `saidLast` is the end of its standard error, `path` what the work was about.
[[nodiscard]] Problem platformProblem(const QByteArray &saidLast, const QString &path);

/// The code that crema-platform itself gave ("cluster.in_use"); empty when it said none.
[[nodiscard]] QString platformCode(const QByteArray &saidLast);

[[nodiscard]] Problem platformMissing();
[[nodiscard]] Problem platformNotReady();

} // namespace crema
