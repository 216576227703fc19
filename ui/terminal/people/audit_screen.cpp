// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/audit_screen.h"

#include "ui/presenters/people/audit_words.h"
#include "ui/terminal/people/audit_entry_screen.h"
#include "ui/terminal/people/audit_filter_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {
namespace {

/// Why not all is shown takes so many rows at most.
constexpr int limitRows = 2;

} // namespace

AuditScreen::AuditScreen(Navigator &navigator, Clock &clock, MenuEnter enter, AuditPresenter &audit)
    : ListScreen(navigator, clock, enter), m_audit(audit)
{
    connect(&m_audit, &AuditPresenter::listChanged, this, &AuditScreen::refresh);
    m_audit.arrive();
    refresh();
}

AuditScreen::~AuditScreen()
{
    disconnect(&m_audit, nullptr, this, nullptr);
    m_audit.leave();
}

void AuditScreen::shown()
{
    m_audit.close();
    refresh();
}

void AuditScreen::refresh()
{
    const qsizetype before = m_list.items().size();
    QList<ListItem> items;
    for (const AuditRow &row : m_audit.rows()) {
        // Without colour what was not done is known by its mark.
        QStringList parts{row.outcome.text.isEmpty() ? row.what : QStringLiteral("! ") + row.what, row.who, row.where};
        if (!row.outcome.text.isEmpty())
            parts.insert(1, row.outcome.text);
        items.append({.text = parts.join(QStringLiteral("  ")), .value = row.timeText});
    }
    m_list.setItems(std::move(items));
    if (m_list.items().size() > before && std::exchange(m_wantsNext, false))
        m_list.nextPage();
    navigator().redraw();
}

QString AuditScreen::emptyText() const
{
    if (m_audit.isDenied())
        return tr("Only who manages people sees what was done. Ask a manager.");
    switch (m_audit.phase()) {
    case ListPhase::Failed: return m_audit.problem() ? m_audit.problem()->message : QString();
    case ListPhase::FirstUse: return tr("Nothing was done yet.");
    case ListPhase::FilteredEmpty: return navigator().keys().inWords(tr("No entry fits. F2 chooses others."));
    case ListPhase::Loading:
    case ListPhase::LoadingLong: return tr("Asking what was done");
    default: return {};
    }
}

QList<TextLine> AuditScreen::footer() const
{
    if (m_audit.problem())
        return {{.left = tr("This is not of now."), .style = Style::strong()}};
    const AuditQuery &query = m_audit.query();
    const QString subject = query.subjectName.isEmpty() ? auditPeriodName(query.period) : query.subjectName;
    QList<TextLine> lines{{.left = subject, .right = m_audit.countText()}};
    if (!m_audit.limitText().isEmpty())
        lines.append({.left = m_audit.limitText(), .maximumRows = limitRows});
    return lines;
}

Page AuditScreen::page() const
{
    Page page{.title = tr("AUDIT TRAIL"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = emptyText(), .maximumRows = 6}}, layout);
        const int lines = m_audit.limitText().isEmpty() ? 1 : 1 + limitRows;
        return listAbove(footer(), lines, layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> AuditScreen::actions()
{
    if (m_audit.isDenied())
        return {};
    QList<TerminalAction> actions{
        {Verb::Find, tr("fil"), tr("Choose what is shown"),
         [this] { navigator().open(std::make_unique<AuditFilterScreen>(navigator(), clock(), enter(), m_audit)); }},
        {Verb::Done, tr("ask"), tr("Ask again"), [this] { m_audit.refresh(); }}};
    if (m_list.hasPages() || m_audit.hasOlder())
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] { nextPage(); }});
    return actions;
}

void AuditScreen::nextPage()
{
    if (m_list.isOnLastPage() && m_audit.hasOlder()) {
        // What comes first fills the page that is shown.
        m_wantsNext = m_list.isPageFull();
        m_audit.fetchOlder();
        return;
    }
    m_list.nextPage();
    navigator().redraw();
}

QString AuditScreen::helpText() const
{
    return tr("Here is who did what, where and when, the newest first. Press the number of a line to see what became "
              "what. F2 chooses whose entries, of what kind and since when.");
}

void AuditScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_audit.rows().size())
        return;
    m_audit.open(m_audit.rows().at(row).id);
    navigator().open(std::make_unique<AuditEntryScreen>(navigator(), m_audit));
}

} // namespace crema::terminal
