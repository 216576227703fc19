// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/menu_screen.h"

#include "ui/terminal/widgets/side_by_side.h"

namespace crema::terminal {

namespace {

bool isDigits(const QString &text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar character) { return character >= u'0' && character <= u'9'; });
}

Canvas menuWithPanel(const QList<MenuEntry> &entries, const QList<TextLine> &panel, const Layout &layout)
{
    if (layout.density == Density::Large) {
        return sideBySide([&](const Layout &room) { return menu(entries, room); },
                          [&](const Layout &room) { return textBlock(panel, room); }, layout);
    }
    Canvas canvas(layout.size);
    const int rows = std::min(static_cast<int>(entries.size()), layout.size.height);
    canvas.paste({0, 0}, menu(entries, layout.within({layout.size.width, rows})));
    const int free = layout.size.height - rows - 1;
    if (free > 0)
        canvas.paste({rows + 1, 0}, textBlock(panel, layout.within({layout.size.width, free})));
    return canvas;
}

} // namespace

MenuScreen::MenuScreen(Navigator &navigator, Clock &clock, MenuEnter enter, QString title, QList<MenuChoice> choices)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_title(std::move(title)),
      m_choices(std::move(choices))
{}

Page MenuScreen::page() const
{
    Page page{.title = m_title, .progress = m_progress ? m_progress() : QString()};
    QList<MenuEntry> entries;
    for (const MenuChoice &choice : choices())
        entries.append(choice.entry);
    page.body = [lines = m_lines, panel = m_panel, entries](const Layout &layout) {
        if (panel && layout.density != Density::Small)
            return menuWithPanel(entries, panel(), layout);
        if (lines.isEmpty())
            return menu(entries, layout);
        Canvas canvas = textBlock(lines, layout);
        const int count = static_cast<int>(entries.size());
        int rows = std::min(count, layout.size.height);
        // Side by side, where the first line of the text would have no row otherwise.
        if (rows == layout.size.height && rows > 2)
            rows = (count + 1) / 2 < rows ? (count + 1) / 2 : rows;
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
    // A key twin, a code or a longer text is no choice: they wait for Enter.
    if (!isDigits(text) || text.size() > maximumTypedAhead)
        return;
    m_field.clear();
    chooseFirstOf(text);
}

void MenuScreen::chooseFirstOf(const QString &digits)
{
    if (digits.isEmpty())
        return;
    const QList<MenuChoice> all = choices();
    const auto found = std::ranges::find_if(
        all, [first = digits.front()](const MenuChoice &choice) { return choice.entry.digit == first; });
    navigator().redraw();
    if (found == all.end()) {
        navigator().say(MessageKind::Warning, tr("%1 is not in this menu").arg(digits.front()));
        return;
    }
    if (!found->disabledReason.isEmpty()) {
        navigator().say(MessageKind::Warning, found->disabledReason);
        return;
    }
    found->choose();
    // Where digits count with Enter, the Enter behind them is for each of them.
    const QString ending = m_enter == MenuEnter::Required ? QStringLiteral("\n") : QString();
    if (digits.size() > 1)
        navigator().typeAhead(digits.mid(1) + ending);
}

void MenuScreen::submit(const QString &text)
{
    m_pause.reset();
    if (text.isEmpty()) {
        if (m_enterAction)
            m_enterAction();
    } else if (isDigits(text) && text.size() <= maximumTypedAhead) {
        chooseFirstOf(text);
    } else {
        scan(text);
    }
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
    if (m_everyMinute)
        waitForMinute();
}

void MenuScreen::waitForMinute()
{
    constexpr std::int64_t minuteMs = 60'000;
    m_minute = m_clock.after(minuteMs - m_clock.now().msSinceEpoch() % minuteMs, [this] {
        navigator().redraw();
        waitForMinute();
    });
}

} // namespace crema::terminal
