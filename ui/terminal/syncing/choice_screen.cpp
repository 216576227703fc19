// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/syncing/choice_screen.h"

#include "ui/terminal/widgets/menu.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

Page ChoiceScreen::pageOf(const QString &title, const QString &progress) const
{
    Page page{.title = title, .progress = progress};
    QList<MenuEntry> entries;
    for (const MenuChoice &choice : choices())
        entries.append(choice.entry);
    page.body = [lines = lines(), entries](const Layout &layout) {
        Canvas canvas(layout.size);
        const int rows = std::min(static_cast<int>(entries.size()), layout.size.height);
        const int free = std::max(layout.size.height - rows, 0);
        canvas.paste({0, 0}, textBlock(lines, layout.within({layout.size.width, free})));
        canvas.paste({free, 0}, menu(entries, layout.within({layout.size.width, rows})));
        return canvas;
    };
    page.prompt = Prompt{tr("Choose"), m_field};
    return page;
}

bool ChoiceScreen::key(const KeyEvent &event)
{
    if (event.key != Key::Character)
        return false;
    m_field.key(event);
    m_pause.reset();
    if (m_enter == MenuEnter::AfterPause)
        m_pause = m_clock.after(MenuScreen::pauseMs, [this] {
            if (const QString text = m_field.text(); text.size() == 1 && text.front().isDigit())
                choose(text);
        });
    return true;
}

void ChoiceScreen::submit(const QString &text)
{
    m_pause.reset();
    if (!text.isEmpty())
        choose(text);
}

void ChoiceScreen::choose(const QString &digit)
{
    m_field.clear();
    navigator().redraw();
    const QList<MenuChoice> all = choices();
    const auto found = std::ranges::find_if(
        all, [&](const MenuChoice &choice) { return digit.size() == 1 && choice.entry.digit == digit.front(); });
    if (found == all.end())
        navigator().say(MessageKind::Warning, tr("%1 is not among these").arg(digit));
    else if (!found->disabledReason.isEmpty())
        navigator().say(MessageKind::Warning, found->disabledReason);
    else
        found->choose();
}

void ChoiceScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    m_pause.reset();
    m_field.clear();
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("Choose by number before scanning"));
}

void ChoiceScreen::shown()
{
    m_pause.reset();
    m_field.clear();
}

} // namespace crema::terminal
