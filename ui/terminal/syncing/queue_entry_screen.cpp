// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/syncing/queue_entry_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

Page QueueEntryScreen::page() const
{
    Page page{.title = tr("WAITS"), .progress = m_row.ageText};
    page.body = [this](const Layout &layout) {
        constexpr int most = 6;
        QList<TextLine> lines{{.left = m_row.title, .style = Style::strong()},
                              {.left = m_row.exactText, .maximumRows = 3},
                              {.left = recordStateText(m_row.state)}};
        for (const QString &part : {m_row.problemText, m_row.hintText}) {
            if (!part.isEmpty())
                lines.append({.left = part, .maximumRows = most});
        }
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{{}, m_field};
    return page;
}

QString QueueEntryScreen::helpText() const
{
    return tr("This is one change that the platform does not have yet. Enter goes back.");
}

void QueueEntryScreen::submit(const QString &text)
{
    if (text.isEmpty())
        navigator().closeTop();
}

} // namespace crema::terminal
