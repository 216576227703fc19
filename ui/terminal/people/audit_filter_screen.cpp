// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/audit_filter_screen.h"

#include "ui/presenters/people/audit_words.h"

#include <algorithm>
#include <array>

namespace crema::terminal {
namespace {

constexpr std::array periods{AuditPeriod::Today, AuditPeriod::Week, AuditPeriod::Month, AuditPeriod::All};

QString nameOf(const QList<AuditChoice> &choices, const QString &id)
{
    const auto found = std::ranges::find(choices, id, &AuditChoice::id);
    return found == choices.end() ? QString() : found->name;
}

} // namespace

AuditFilterScreen::AuditFilterScreen(Navigator &navigator, Clock &clock, MenuEnter enter, AuditPresenter &audit)
    : ListScreen(navigator, clock, enter), m_audit(audit)
{
    connect(&m_audit, &AuditPresenter::queryChanged, this, &AuditFilterScreen::refresh);
    refresh();
}

QList<AuditChoice> AuditFilterScreen::choices() const
{
    switch (m_ask) {
    case Ask::Person: return m_audit.people();
    case Ask::Kind: return m_audit.kinds();
    case Ask::Period: {
        QList<AuditChoice> choices;
        for (const AuditPeriod period : periods)
            choices.append({auditPeriodName(period), auditPeriodName(period)});
        return choices;
    }
    case Ask::Nothing: break;
    }
    return {};
}

QString AuditFilterScreen::chosen() const
{
    const AuditQuery &query = m_audit.query();
    switch (m_ask) {
    case Ask::Person: return query.person ? query.person->toString() : QString();
    case Ask::Kind: return query.kind;
    case Ask::Period: return auditPeriodName(query.period);
    case Ask::Nothing: break;
    }
    return {};
}

void AuditFilterScreen::refresh()
{
    const AuditQuery &query = m_audit.query();
    QList<ListItem> items;
    if (m_ask == Ask::Nothing) {
        const QString person = query.person ? query.person->toString() : QString();
        items = {{tr("Who"), nameOf(m_audit.people(), person)},
                 {tr("What"), nameOf(m_audit.kinds(), query.kind)},
                 {tr("When"), auditPeriodName(query.period)}};
        if (query.subject)
            items.append({tr("Done to"), query.subjectName});
    }
    for (const AuditChoice &choice : choices())
        items.append({choice.name, choice.id == chosen() ? QStringLiteral("*") : QString()});
    m_list.setItems(std::move(items));
    navigator().redraw();
}

Page AuditFilterScreen::page() const
{
    Page page{.title = tr("FILTER"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) { return m_list.layout(layout); };
    page.prompt = Prompt{tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> AuditFilterScreen::actions()
{
    QList<TerminalAction> actions{{Verb::Done, tr("ok"), tr("Show these entries"), [this] { navigator().closeTop(); }}};
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString AuditFilterScreen::helpText() const
{
    return tr("Press the number of what you want to choose: whose entries, of what kind, since when. F4 shows them.");
}

bool AuditFilterScreen::back()
{
    if (m_ask == Ask::Nothing)
        return false;
    ask(Ask::Nothing);
    return true;
}

void AuditFilterScreen::ask(Ask what)
{
    stopWaiting();
    m_ask = what;
    m_field.clear();
    refresh();
}

void AuditFilterScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_list.items().size())
        return;
    if (m_ask == Ask::Nothing)
        chooseLine(row);
    else
        choose(row);
}

void AuditFilterScreen::chooseLine(qsizetype row)
{
    constexpr std::array asks{Ask::Person, Ask::Kind, Ask::Period};
    if (row < static_cast<qsizetype>(asks.size())) {
        ask(asks.at(static_cast<std::size_t>(row)));
        return;
    }
    AuditQuery query = m_audit.query();
    query.subject.reset();
    query.subjectName.clear();
    m_audit.setQuery(query);
}

void AuditFilterScreen::choose(qsizetype row)
{
    AuditQuery query = m_audit.query();
    const QString id = choices().at(row).id;
    if (m_ask == Ask::Person)
        query.person = PersonId::fromString(id);
    else if (m_ask == Ask::Kind)
        query.kind = id;
    else
        query.period = periods.at(static_cast<std::size_t>(row));
    ask(Ask::Nothing);
    m_audit.setQuery(query);
}

} // namespace crema::terminal
