// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/text_block.h"

#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

namespace {

QStringList rowsOf(const TextLine &line, const Layout &layout)
{
    const QString left = layout.text(line.left);
    if (line.right.isEmpty())
        return wrapped(left, layout.size.width, line.maximumRows, layout.charset);
    return {justified(left, layout.text(line.right), layout.size.width, layout.charset)};
}

} // namespace

Canvas textBlock(const QList<TextLine> &lines, const Layout &layout)
{
    Canvas canvas(layout.size);
    int row = 0;
    for (const TextLine &line : lines) {
        for (const QString &text : rowsOf(line, layout)) {
            if (row >= layout.size.height)
                return canvas;
            canvas.put({row++, 0}, text, line.style);
        }
    }
    return canvas;
}

} // namespace crema::terminal
