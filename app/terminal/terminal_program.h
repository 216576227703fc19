// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/terminal_options.h"
#include "reports/documents/page_drawing.h"

class QCoreApplication;

namespace crema::terminal {

/// Runs the full-screen app until the person leaves; returns the exit code. `localeCharset` is what the locale said
/// before Qt chose its own; `drawing` is what this program can draw on paper.
[[nodiscard]] int runTerminal(QCoreApplication &application, const TerminalOptions &options, Charset localeCharset,
                              const documents::PageDrawing &drawing);

/// Opens every screen at every size in every character set, without a terminal; returns the exit code.
[[nodiscard]] int runSelfTest();

} // namespace crema::terminal
