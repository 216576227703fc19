// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/cells/charset.h"

#include <QStringList>

namespace crema::terminal {

/// How the full-screen app is to behave, as its options say.
struct TerminalOptions {
    bool linear = false; ///< lines instead of a placed screen
    bool selfTest = false;
    QString shotsFolder;            ///< where every screen is to be written as text; empty for none
    std::optional<Charset> charset; ///< nothing: what the locale says
    bool colour = true;
    QString scanPrefix;
    MenuEnter menuEnter = MenuEnter::AfterPause;
    OkBell okBell = OkBell::One;
};

/// Whether a command line belongs to the full-screen app: it has only options of it, or none at all. All others,
/// also --help and --version, belong to the command line.
[[nodiscard]] bool isFullScreenCommandLine(const QStringList &arguments);

/// Reads the options. `noColour` is whether the environment has NO_COLOR. Errors: `input.option`.
[[nodiscard]] Result<TerminalOptions> terminalOptionsOf(const QStringList &arguments, bool noColour);

} // namespace crema::terminal
