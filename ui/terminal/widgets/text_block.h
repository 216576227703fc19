// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/widgets/layout.h"

#include <QList>

namespace crema::terminal {

/// One paragraph or row of a TextBlock.
struct TextLine {
    QString left;
    QString right = {}; ///< at the end of the same row; such a line is not wrapped but elided
    Style style = {};
    int maximumRows = 2; ///< a long left text wraps to this many rows, then it is elided
};

/// Lines of text from the top of the room; what does not fit is left out at the end.
[[nodiscard]] Canvas textBlock(const QList<TextLine> &lines, const Layout &layout);

} // namespace crema::terminal
