// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/widgets/line_edit.h"

namespace crema::terminal {

/// Whether typed characters may be seen: those of a PIN and of a password may not.
enum class Echo { Shown, Hidden };

/// What the screen asks for, with the field for the answer. There is at most one on a screen.
struct Prompt {
    QString label; ///< at most 20 columns: "Scan item"; may be empty, as in menus
    LineEdit field;
    Echo echo = Echo::Shown;

    /// How many rows the prompt takes: a row for the label of its own only where there is room.
    [[nodiscard]] int rows(Size screen) const;
    [[nodiscard]] Canvas layout(const Layout &layout) const;
};

} // namespace crema::terminal
