// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/side_by_side.h"

namespace crema::terminal {

Canvas sideBySide(const std::function<Canvas(const Layout &)> &main, const std::function<Canvas(const Layout &)> &side,
                  const Layout &layout)
{
    constexpr int gap = 3; // a blank, the line, a blank
    Canvas canvas(layout.size);
    const int height = layout.size.height;
    const int width = layout.size.width - sidePanelWidth - gap;
    canvas.paste({0, 0}, main(layout.within({width, height})));
    for (int row = 0; row < height; ++row)
        canvas.put({row, width + 1}, layout.text(QStringLiteral("│")));
    canvas.paste({0, width + gap}, side(layout.within({sidePanelWidth, height})));
    return canvas;
}

} // namespace crema::terminal
