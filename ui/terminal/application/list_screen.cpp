// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/list_screen.h"

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

} // namespace crema::terminal
