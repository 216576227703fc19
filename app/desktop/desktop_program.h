// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

class QApplication;

namespace crema::desktop {

/// Opens the store and the window and runs until the window is closed. Returns the exit code: 0, or 1 when the
/// store cannot be opened (the reason is on stderr and, where there is one, in the window).
[[nodiscard]] int runDesktop(QApplication &application, const DesktopOptions &options);

} // namespace crema::desktop
