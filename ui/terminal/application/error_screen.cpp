// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/error_screen.h"

#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

ErrorScreen::ErrorScreen(Navigator &navigator, Clock &clock, const QString &title, QList<TextLine> lines)
    : TerminalScreen(navigator), m_clock(clock), m_title(title), m_lines(std::move(lines))
{}

Page ErrorScreen::page() const
{
    Page page{.title = QStringLiteral("!! %1 !!").arg(m_title)};
    page.titleStyle = {.bold = true, .reverse = m_reverse, .tone = Tone::Error};
    page.body = [this, lines = m_lines](const Layout &layout) {
        Canvas canvas = textBlock(lines, layout.within({layout.size.width, layout.size.height - 2}));
        Canvas whole(layout.size);
        whole.paste({0, 0}, canvas);
        whole.put({layout.size.height - 2, 0},
                  elided(layout.text(tr("Enter = try again")), layout.size.width, layout.charset));
        whole.put({layout.size.height - 1, 0}, layout.text(navigator().keys().inWords(tr("F3 = back"))));
        return whole;
    };
    page.prompt = Prompt{{}, m_field};
    return page;
}

QString ErrorScreen::helpText() const
{
    return tr("Press Enter to try again. Scans do not count until then.");
}

void ErrorScreen::shown()
{
    navigator().dropInput();
    m_next.reset();
    ring(bells);
}

// Every bell turns the title row over, so that a silent terminal shows it too; an odd number ends in bold reverse.
void ErrorScreen::ring(int times)
{
    navigator().bell();
    m_reverse = times % 2 == bells % 2;
    navigator().redraw();
    if (times > 1)
        m_next = m_clock.after(bellGapMs, [this, times] { ring(times - 1); });
}

bool ErrorScreen::key(const KeyEvent &event)
{
    if (event.key == Key::Character)
        m_lastCharacterMs = m_clock.monotonicMs();
    return false;
}

void ErrorScreen::submit(const QString &text)
{
    const bool scanTail = !text.isEmpty() && m_clock.monotonicMs() - m_lastCharacterMs <= scanTailMs;
    if (scanTail)
        navigator().bell();
    else
        navigator().closeTop();
}

void ErrorScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    navigator().bell();
    navigator().say(MessageKind::Error, tr("Press Enter before scanning on"));
}

} // namespace crema::terminal
