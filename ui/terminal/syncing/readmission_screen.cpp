// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/syncing/readmission_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

ReadmissionScreen::ReadmissionScreen(Navigator &navigator, SyncPanelPresenter &sync)
    : TerminalScreen(navigator), m_sync(sync)
{
    connect(&m_sync, &SyncPanelPresenter::statusChanged, this, &ReadmissionScreen::follow);
}

void ReadmissionScreen::follow()
{
    if (m_sync.isShutOut() || std::exchange(m_isOver, true))
        navigator().redraw();
    else
        navigator().closeTop();
}

Page ReadmissionScreen::page() const
{
    constexpr int mostRows = 7;
    Page page{.title = tr("SHUT OUT")};
    page.body = [this](const Layout &layout) {
        QList<TextLine> lines{{.left = m_sync.status().sentence, .maximumRows = mostRows}};
        if (m_sync.status().busy)
            lines.append({.left = tr("It is being tried."), .style = Style::strong()});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{m_sync.isShutOut() ? tr("Code") : QString(), m_field};
    return page;
}

QString ReadmissionScreen::helpText() const
{
    return tr("Type the code that a manager gives you. It looks like K7QP-3M2X.");
}

void ReadmissionScreen::submit(const QString &text)
{
    m_field.clear();
    m_sync.readmit(text);
}

} // namespace crema::terminal
