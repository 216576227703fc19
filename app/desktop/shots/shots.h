// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace crema::desktop {

/// Writes every scene in three themes and three sizes, and in German, the pseudo language and right to left, as
/// PNG files below `folder`. Returns the exit code.
[[nodiscard]] int writeShots(QApplication &application, const QString &folder);

/// Opens every scene in every theme and size without writing anything. Returns the exit code.
[[nodiscard]] int runSelfTest(QApplication &application);

} // namespace crema::desktop
