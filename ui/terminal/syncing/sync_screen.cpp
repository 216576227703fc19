// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/syncing/sync_screen.h"

#include "ui/terminal/application/told_message.h"
#include "ui/terminal/syncing/card_screen.h"
#include "ui/terminal/syncing/queue_entry_screen.h"
#include "ui/terminal/syncing/readmission_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

constexpr int mostSentenceRows = 7;

} // namespace

SyncScreen::SyncScreen(Navigator &navigator, Clock &clock, MenuEnter enter, SyncPanelPresenter &sync,
                       AttentionPresenter &attention, Ways ways)
    : ListScreen(navigator, clock, enter), m_sync(sync), m_attention(attention), m_ways(std::move(ways))
{
    connect(&m_sync, &SyncPanelPresenter::rowsChanged, this, &SyncScreen::refresh);
    connect(&m_sync, &SyncPanelPresenter::statusChanged, this, &SyncScreen::refresh);
    connect(&m_sync, &SyncPanelPresenter::messageChanged, this, &SyncScreen::tell);
    m_sync.arrive();
    refresh();
}

SyncScreen::~SyncScreen()
{
    disconnect(&m_sync, nullptr, this, nullptr);
    m_sync.leave();
}

void SyncScreen::refresh()
{
    m_rows.clear();
    QList<ListItem> items;
    for (const QueueRow &row : m_sync.rows()) {
        if (row.isGroup)
            continue;
        m_rows.append(row);
        // Without colour a row that needs a person is known by its mark.
        const QString text = row.state == RecordState::NeedsAttention ? QStringLiteral("! ") + row.title : row.title;
        items.append({.text = text, .value = row.ageText});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

void SyncScreen::tell()
{
    if (m_sync.message())
        sayMessage(navigator(), *m_sync.message());
}

Canvas SyncScreen::head(const Layout &layout) const
{
    const SyncStatus &status = m_sync.status();
    QList<TextLine> lines{
        {.left = status.busy ? tr("Sending and fetching") : status.pill.text, .style = Style::strong()}};
    // Who is asked something is told what, also where there is little room.
    if (layout.density != Density::Small || needsPerson())
        lines.append({.left = status.sentence, .maximumRows = needsPerson() ? mostSentenceRows : 2});
    for (const QString &part : {status.nextText, status.lastText, status.comparedText}) {
        if (!part.isEmpty())
            lines.append({.left = part});
    }
    if (m_sync.isRead() && m_rows.isEmpty())
        lines.append({.left = tr("Nothing waits.")});
    return textBlock(lines, layout);
}

Page SyncScreen::page() const
{
    Page page{.title = tr("SYNC"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        Canvas canvas(layout.size);
        const int most = needsPerson() ? 1 + mostSentenceRows : layout.density == Density::Small ? 3 : 5;
        const int headRows = std::min(most, needsPerson() ? layout.size.height : layout.size.height / 2);
        const Canvas top = head(layout.within({layout.size.width, headRows}));
        canvas.paste({0, 0}, top);
        int used = headRows;
        while (used > 1 && top.rowText(used - 1).isEmpty())
            --used;
        const int from = used + (layout.density == Density::Small ? 0 : 1);
        if (from < layout.size.height)
            canvas.paste({from, 0}, m_list.layout(layout.within({layout.size.width, layout.size.height - from})));
        return canvas;
    };
    page.prompt = Prompt{m_rows.isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> SyncScreen::actions()
{
    // The answer to a question has the room of the others.
    const bool asks = needsPerson();
    QList<TerminalAction> actions{{Verb::Done, asks ? QString() : tr("now"), tr("Send now"), [this] { m_sync.retry(); },
                                   m_sync.actions().find(u"sync.retry")->disabledReason()}};
    if (m_ways.openDevices) {
        const QString shortText = asks ? QString() : tr("dev", "short for devices");
        actions.append({Verb::Details, shortText, tr("All devices"), m_ways.openDevices});
    }
    // Rarely needed, so that the hints leave the room to the others.
    if (m_ways.openUnsent)
        actions.append({Verb::Find, {}, tr("Write what is not sent to a file"), m_ways.openUnsent});
    if (m_sync.asksAboutDeletion() && !m_sync.isShutOut()) {
        const Action &agree = *m_sync.actions().find(u"sync.allow_deletion");
        actions.append(
            {Verb::Skip, tr("yes"), agree.text(), [this] { m_sync.allowDeletion(); }, agree.disabledReason()});
    }
    if (m_sync.isShutOut()) {
        const Action &readmit = *m_sync.actions().find(u"sync.readmit");
        actions.append({Verb::Skip, tr("code"), readmit.text(),
                        [this] { navigator().open(std::make_unique<ReadmissionScreen>(navigator(), m_sync)); },
                        readmit.disabledReason()});
    }
    if (m_list.hasPages())
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    return actions;
}

QString SyncScreen::helpText() const
{
    return tr(
        "Here is what the platform does not have yet. It goes out by itself. Press the number of a line to see why "
        "it waits, or F2 to write all of it to a file for another register.");
}

void SyncScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_rows.size())
        return;
    if (const QString card = m_rows.at(row).card; !card.isEmpty())
        navigator().open(std::make_unique<CardScreen>(navigator(), clock(), enter(), m_attention, card));
    else
        navigator().open(std::make_unique<QueueEntryScreen>(navigator(), m_rows.at(row)));
}

} // namespace crema::terminal
