// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace crema::desktop {

/// Writes every scene in every look (looks.h) as a PNG file below `folder`, or those whose file name contains
/// `pattern`, in which * and ? stand for other letters. Returns the exit code.
[[nodiscard]] int writeShots(QApplication &application, const QString &folder, const QString &pattern = {});

/// Opens every scene in every theme and size without writing anything. Returns the exit code.
[[nodiscard]] int runSelfTest(QApplication &application);

} // namespace crema::desktop
