// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/list_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

bool ListScreen::key(const KeyEvent &event)
{
    if (m_list.key(event))
        return true;
    if (event.key == Key::Enter || !m_field.key(event))
        return false;
    stopWaiting();
    if (m_list.itemOfDigit(m_field.text()) && m_enter == MenuEnter::AfterPause)
        m_pause = m_clock.after(MenuScreen::pauseMs, [this] { settle(); });
    return true;
}

void ListScreen::settle()
{
    if (const std::optional<qsizetype> row = m_list.itemOfDigit(m_field.text()))
        openRow(*row);
}

void ListScreen::submit(const QString &text)
{
    stopWaiting();
    if (const std::optional<qsizetype> row = m_list.itemOfDigit(text))
        openRow(*row);
    else if (text.isEmpty())
        openRow(m_list.current());
}

Canvas ListScreen::listAbove(const QList<TextLine> &footer, int rows, const Layout &layout) const
{
    constexpr int leastOfList = 6;
    const int footerRows = layout.size.height >= leastOfList + rows ? rows : 0;
    Canvas canvas(layout.size);
    canvas.paste({0, 0}, m_list.layout(layout.within({layout.size.width, layout.size.height - footerRows})));
    if (footerRows > 0)
        canvas.paste({layout.size.height - footerRows, 0},
                     textBlock(footer, layout.within({layout.size.width, footerRows})));
    return canvas;
}

} // namespace crema::terminal
