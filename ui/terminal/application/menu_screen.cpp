// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/menu_screen.h"

namespace crema::terminal {

MenuScreen::MenuScreen(Navigator &navigator, Clock &clock, MenuEnter enter, QString title, QList<MenuChoice> choices)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_title(std::move(title)),
      m_choices(std::move(choices))
{}

Page MenuScreen::page() const
{
    Page page{.title = m_title, .progress = m_progress};
    QList<MenuEntry> entries;
    for (const MenuChoice &choice : m_choices)
        entries.append(choice.entry);
    page.body = [lines = m_lines, entries](const Layout &layout) {
        if (lines.isEmpty())
            return menu(entries, layout);
        Canvas canvas = textBlock(lines, layout);
        const int rows = std::min(static_cast<int>(entries.size()), layout.size.height);
        canvas.paste({layout.size.height - rows, 0}, menu(entries, layout.within({layout.size.width, rows})));
        return canvas;
    };
    page.prompt = Prompt{{}, m_field};
    return page;
}

QString MenuScreen::helpText() const
{
    return m_helpText.isEmpty() ? tr("Press the number of what you want to do.") : m_helpText;
}

bool MenuScreen::key(const KeyEvent &event)
{
    if (event.key != Key::Character)
        return false;
    m_field.key(event);
    m_pause.reset();
    if (m_enter == MenuEnter::AfterPause)
        m_pause = m_clock.after(pauseMs, [this] { settle(); });
    return true;
}

void MenuScreen::settle()
{
    const QString text = m_field.text();
    // A "." begins a key twin, and a longer text was no choice: both wait for Enter.
    if (text.startsWith(QLatin1Char('.')) || text.size() > maximumTypedAhead)
        return;
    m_field.clear();
    chooseFirstOf(text);
}

void MenuScreen::chooseFirstOf(const QString &digits)
{
    if (digits.isEmpty())
        return;
    const auto found = std::ranges::find_if(
        m_choices, [first = digits.front()](const MenuChoice &choice) { return choice.entry.digit == first; });
    navigator().redraw();
    if (found == m_choices.end()) {
        navigator().say(MessageKind::Warning, tr("%1 is not in this menu").arg(digits.front()));
        return;
    }
    if (!found->disabledReason.isEmpty()) {
        navigator().say(MessageKind::Warning, found->disabledReason);
        return;
    }
    found->choose();
    if (digits.size() > 1)
        navigator().typeAhead(digits.mid(1));
}

void MenuScreen::submit(const QString &text)
{
    m_pause.reset();
    if (text.size() <= maximumTypedAhead)
        chooseFirstOf(text);
    else
        scan(text);
}

void MenuScreen::scan(const QString &code)
{
    m_pause.reset();
    m_field.clear();
    if (m_scanAction) {
        m_scanAction(code);
        return;
    }
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("Choose by number before scanning"));
}

void MenuScreen::shown()
{
    m_pause.reset();
    m_field.clear();
}

} // namespace crema::terminal
