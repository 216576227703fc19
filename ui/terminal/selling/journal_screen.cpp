// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/selling/journal_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

JournalScreen::JournalScreen(Navigator &navigator, JournalPresenter &journal)
    : TerminalScreen(navigator), m_journal(journal)
{
    connect(&m_journal, &JournalPresenter::changed, this, &JournalScreen::refresh);
    connect(&m_journal, &JournalPresenter::failed, this,
            [this](const Problem &problem) { this->navigator().say(MessageKind::Error, problem.message); });
    refresh();
}

void JournalScreen::shown()
{
    m_journal.read();
}

void JournalScreen::refresh()
{
    QList<ListItem> items;
    for (const JournalRow &row : m_journal.rows()) {
        const QString mark = row.isCountersigned ? QStringLiteral("=") : QStringLiteral(" ");
        items.append({.text = QStringList{row.numberText, mark, row.what, row.timeText}.join(QStringLiteral("  ")),
                      .value = row.amountText,
                      .code = row.numberText});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

Page JournalScreen::page() const
{
    Page page{.title = tr("JOURNAL"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        const int head = layout.density == Density::Small ? 4 : 2;
        Canvas canvas(layout.size);
        const TextLine summary{.left = m_journal.summary(), .maximumRows = head};
        canvas.paste({0, 0}, textBlock({summary}, layout.within({layout.size.width, head})));
        canvas.paste({head, 0}, m_list.layout(layout.within({layout.size.width, layout.size.height - head})));
        return canvas;
    };
    page.prompt = Prompt{QString(), m_field};
    return page;
}

QList<TerminalAction> JournalScreen::actions()
{
    if (!m_list.hasPages() && !m_journal.canFetchMore())
        return {};
    return {{Verb::NextPage, tr("+"), tr("Next page"), [this] { nextPage(); }}};
}

void JournalScreen::nextPage()
{
    const qsizetype before = m_list.current();
    m_list.nextPage();
    if (m_list.current() <= before && m_journal.canFetchMore())
        m_journal.fetchMore();
    navigator().redraw();
}

QString JournalScreen::helpText() const
{
    return tr("Every document of this register in the order it was made. The platform has signed those with a = mark. "
              "crema journal export FILE writes all of it for an auditor.");
}

bool JournalScreen::key(const KeyEvent &event)
{
    return m_list.key(event);
}

} // namespace crema::terminal
