// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/cells/canvas.h"
#include "ui/terminal/cells/charset.h"

namespace crema::terminal {

/// Prepares the colour pairs of the tones; returns whether the terminal has colours.
[[nodiscard]] bool startColours();

/// Writes one cell to curses' standard window. What charset and C library cannot show becomes '?'.
void putCell(Position at, const Cell &cell, Charset charset, bool colour);

} // namespace crema::terminal
