// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/frame.h"

#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

#include <QCoreApplication>

namespace crema::terminal {

namespace {

constexpr int rowsAroundBody = 2; // title and hints
constexpr int maximumMessageRows = 3;

void putTitle(Canvas &canvas, const Page &page, const Layout &layout)
{
    const QString text =
        justified(layout.text(page.title), layout.text(page.progress), layout.size.width, layout.charset);
    canvas.put({0, 0}, text);
    canvas.styleRow(0, page.titleStyle);
    canvas.setRole(0, RowRole::Title);
}

// A message that is longer than a row takes rows from the body: on a small screen it must still be read whole.
int putMessage(Canvas &canvas, const Page &page, const Layout &layout)
{
    const int room = std::clamp(layout.size.height - Layout::minimum.height + 1, 1, maximumMessageRows);
    const QStringList lines = wrapped(layout.text(page.message.line()), layout.size.width, room, layout.charset);
    const int rows = static_cast<int>(lines.size());
    const int first = layout.size.height - 1 - rows;
    for (int row = 0; row < rows; ++row) {
        canvas.put({first + row, 0}, lines[row], page.message.style());
        canvas.setRole(first + row, RowRole::Message);
    }
    canvas.setMessageNumber(page.message.number);
    return rows;
}

QString hintText(const Hint &hint, const Layout &layout)
{
    if (layout.density == Density::Small)
        return hint.key + layout.text(hint.shortText);
    return hint.key + QLatin1Char(' ') + layout.text(hint.text);
}

// Shows the hints that fit, in their order; a hint is left out rather than cut.
void putHints(Canvas &canvas, const Page &page, const Layout &layout)
{
    const int row = layout.size.height - 1;
    const QString gap(layout.density == Density::Small ? 1 : 2, QLatin1Char(' '));
    QString line;
    for (const Hint &hint : page.hints ? page.hints() : QList<Hint>()) {
        const QString text = (line.isEmpty() ? QString() : gap) + hintText(hint, layout);
        // A character in the last cell of the screen makes some terminals scroll.
        if (textWidth(line) + textWidth(text) < layout.size.width)
            line += text;
    }
    canvas.put({row, 0}, line);
    canvas.setRole(row, RowRole::Hint);
}

int putPrompt(Canvas &canvas, const Page &page, const Layout &layout, int rowsBelow)
{
    if (!page.prompt)
        return 0;
    const int rows = page.prompt->rows(layout.size);
    const int first = layout.size.height - rowsBelow - rows;
    canvas.paste({first, 0}, page.prompt->layout(layout.within({layout.size.width, rows})));
    canvas.setSecretInput(page.prompt->echo == Echo::Hidden);
    for (int row = first; row < first + rows; ++row)
        canvas.setRole(row, RowRole::Prompt);
    return rows;
}

} // namespace

Canvas framed(const Page &page, const Layout &layout)
{
    Canvas canvas(layout.size);
    const int messageRows = putMessage(canvas, page, layout);
    const int promptRows = putPrompt(canvas, page, layout, messageRows + 1);
    if (page.body) {
        const Size room{layout.size.width, layout.size.height - rowsAroundBody - messageRows - promptRows};
        canvas.paste({1, 0}, page.body(layout.within(room)));
    }
    putTitle(canvas, page, layout);
    putHints(canvas, page, layout);
    return canvas;
}

Canvas tooSmall(Size size, Charset charset)
{
    Canvas canvas(size);
    const QString text =
        QCoreApplication::translate("Terminal", "Screen too small %1x%2").arg(size.width).arg(size.height);
    const QStringList lines = wrapped(transliterated(text, charset), size.width, std::max(1, size.height), charset);
    for (int row = 0; row < std::min<int>(size.height, static_cast<int>(lines.size())); ++row)
        canvas.put({row, 0}, lines[row]);
    return canvas;
}

} // namespace crema::terminal
