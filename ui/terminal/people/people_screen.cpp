// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/people_screen.h"

#include "ui/terminal/people/person_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

PeopleScreen::PeopleScreen(Navigator &navigator, Clock &clock, MenuEnter enter, PersonListPresenter &people)
    : ListScreen(navigator, clock, enter), m_people(people)
{
    connect(&m_people, &PersonListPresenter::listChanged, this, &PeopleScreen::refresh);
    m_people.setFilterText({});
    m_people.arrive();
    refresh();
}

PeopleScreen::~PeopleScreen()
{
    disconnect(&m_people, nullptr, this, nullptr);
    m_people.leave();
}

void PeopleScreen::shown()
{
    m_people.close();
    refresh();
}

void PeopleScreen::refresh()
{
    QList<ListItem> items;
    for (const PersonRow &row : m_people.rows()) {
        const QString name = row.state.text.isEmpty() ? row.name : QStringLiteral("! ") + row.name;
        items.append({.text = name, .value = row.state.text.isEmpty() ? row.roleText : row.state.text});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

QString PeopleScreen::emptyText() const
{
    if (m_people.isDenied())
        return tr("Only people who manage people may do this. Ask a manager.");
    return m_people.problem() ? m_people.problem()->message : QString();
}

Page PeopleScreen::page() const
{
    Page page{.title = tr("PEOPLE"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = emptyText(), .maximumRows = 6}}, layout);
        return m_list.layout(layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> PeopleScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_people.actions().find(u"people.new")->isEnabled()) {
        actions.append({Verb::Done, tr("add"), tr("Add a person"), [this] { openPerson(PersonListPresenter::newId); }});
    }
    if (Action *roles = m_people.actions().find(u"people.roles"); roles->isEnabled())
        actions.append({Verb::Find, tr("roles"), tr("Roles"), [roles] { roles->trigger(); }});
    if (Action *trail = m_people.actions().find(u"people.trail"); trail->isEnabled())
        actions.append({Verb::Details, tr("log"), tr("Audit trail"), [trail] { trail->trigger(); }});
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString PeopleScreen::helpText() const
{
    return tr("Here is who works here. Press the number of a line to change the person, or add one.");
}

void PeopleScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row < m_people.rows().size())
        openPerson(m_people.rows().at(row).id);
}

void PeopleScreen::openPerson(const QString &id)
{
    m_people.open(id);
    navigator().open(std::make_unique<PersonScreen>(navigator(), clock(), enter(), m_people));
}

} // namespace crema::terminal
