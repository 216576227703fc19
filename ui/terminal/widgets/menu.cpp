// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/menu.h"

#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

Canvas menu(const QList<MenuEntry> &entries, const Layout &layout)
{
    Canvas canvas(layout.size);
    const int rows = std::max(1, layout.size.height);
    const int count = static_cast<int>(entries.size());
    const int columns = std::max(1, (count + rows - 1) / rows);
    // Wide terminals keep the badge near its text, where the eye finds it.
    const int columnWidth = std::min(layout.size.width / columns, 40);
    for (int index = 0; index < count; ++index) {
        const MenuEntry &entry = entries[index];
        const QString text = QString(entry.digit) + QLatin1Char(' ') + layout.text(entry.text);
        const int width = columns > 1 ? columnWidth - 1 : columnWidth;
        canvas.put({index % rows, index / rows * columnWidth},
                   justified(text, layout.text(entry.badge), width, layout.charset));
    }
    return canvas;
}

} // namespace crema::terminal
