// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/prompt.h"

#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

namespace {

constexpr int rowsForTwoLines = 12;
constexpr int columnsForOneLine = 40;

} // namespace

int Prompt::rows(Size screen) const
{
    return !label.isEmpty() && screen.width < columnsForOneLine && screen.height >= rowsForTwoLines ? 2 : 1;
}

Canvas Prompt::layout(const Layout &layout) const
{
    Canvas canvas(layout.size);
    const bool twoRows = layout.size.height > 1;
    const int roomForLabel = twoRows ? layout.size.width : layout.size.width / 2;
    const QString text = label.isEmpty() ? QString() : elided(layout.text(label), roomForLabel, layout.charset);
    int column = 0;
    if (!text.isEmpty())
        column = canvas.put({0, 0}, text, Style::strong());
    const int row = twoRows ? 1 : 0;
    column = canvas.put({row, twoRows || text.isEmpty() ? 0 : column + 1}, u"> ");
    LineEdit shown = field;
    if (echo == Echo::Hidden)
        shown.setText(QString(field.text().size(), QLatin1Char('*')));
    canvas.paste({row, column}, shown.layout(layout.within({layout.size.width - column, 1})));
    return canvas;
}

} // namespace crema::terminal
