// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/roles_screen.h"

#include "ui/terminal/people/role_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

RolesScreen::RolesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, RoleListPresenter &roles)
    : ListScreen(navigator, clock, enter), m_roles(roles)
{
    connect(&m_roles, &RoleListPresenter::listChanged, this, &RolesScreen::refresh);
    m_roles.arrive();
    refresh();
}

RolesScreen::~RolesScreen()
{
    disconnect(&m_roles, nullptr, this, nullptr);
    m_roles.leave();
}

void RolesScreen::shown()
{
    m_roles.close();
    refresh();
}

void RolesScreen::refresh()
{
    QList<ListItem> items;
    for (const RoleRow &row : m_roles.rows()) {
        const QString name = row.state.text.isEmpty() ? row.name : QStringLiteral("! ") + row.name;
        items.append({.text = name, .value = row.state.text.isEmpty() ? row.holdersText : row.state.text});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

QString RolesScreen::emptyText() const
{
    if (m_roles.isDenied())
        return tr("Only people who manage people may do this. Ask a manager.");
    return m_roles.problem() ? m_roles.problem()->message : QString();
}

Page RolesScreen::page() const
{
    Page page{.title = tr("ROLES"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = emptyText(), .maximumRows = 6}}, layout);
        return m_list.layout(layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> RolesScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_roles.actions().find(u"roles.new")->isEnabled())
        actions.append({Verb::Done, tr("add"), tr("Make a role"), [this] { openRole(RoleListPresenter::newId); }});
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString RolesScreen::helpText() const
{
    return tr("Here are the roles that people may have. Press the number of a line to look at the role, or make one.");
}

void RolesScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row < m_roles.rows().size())
        openRole(m_roles.rows().at(row).id);
}

void RolesScreen::openRole(const QString &id)
{
    m_roles.open(id);
    navigator().open(std::make_unique<RoleScreen>(navigator(), clock(), enter(), m_roles));
}

} // namespace crema::terminal
