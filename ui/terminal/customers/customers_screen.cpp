// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/customers/customers_screen.h"

#include "ui/terminal/customers/merge_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

CustomersScreen::CustomersScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CustomerListPresenter &customers,
                                 CustomerScreen::MakeHistory makeHistory)
    : ListScreen(navigator, clock, enter), m_customers(customers), m_makeHistory(std::move(makeHistory))
{
    connect(&m_customers, &CustomerListPresenter::listChanged, this, &CustomersScreen::refresh);
    m_customers.setFilterText({});
    m_customers.arrive();
    refresh();
}

CustomersScreen::~CustomersScreen()
{
    disconnect(&m_customers, nullptr, this, nullptr);
    m_customers.leave();
}

void CustomersScreen::shown()
{
    m_customers.close();
    refresh();
}

void CustomersScreen::refresh()
{
    QList<ListItem> items;
    for (const CustomerRow &row : m_customers.rows()) {
        const QString name = row.state.text.isEmpty() ? row.name : QStringLiteral("! ") + row.name;
        items.append({.text = name, .value = row.phoneText.isEmpty() ? row.emailText : row.phoneText});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

QString CustomersScreen::emptyText() const
{
    if (m_customers.isDenied())
        return tr("Only people who see customers may do this. Ask a manager.");
    switch (m_customers.phase()) {
    case ListPhase::FirstUse: return tr("No customers yet.");
    case ListPhase::FilteredEmpty: return tr("No customer fits \"%1\".").arg(m_customers.filterText());
    default: return m_customers.problem() ? m_customers.problem()->message : QString();
    }
}

Page CustomersScreen::page() const
{
    Page page{.title = tr("CUSTOMERS"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = emptyText(), .maximumRows = 6}}, layout);
        return m_list.layout(layout);
    };
    page.prompt = Prompt{m_customers.isDenied()     ? QString()
                         : m_list.items().isEmpty() ? tr("Name")
                                                    : tr("1-9 or a name"),
                         m_field};
    return page;
}

QList<TerminalAction> CustomersScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_customers.actions().find(u"customers.new")->isEnabled()) {
        actions.append(
            {Verb::Done, tr("add"), tr("Add a customer"), [this] { openCustomer(CustomerListPresenter::newId); }});
    }
    if (m_customers.actions().find(u"customers.duplicates")->isEnabled()) {
        actions.append({Verb::Details, tr("twice"), tr("Find customers who are there twice"), [this] {
                            m_customers.merging().begin({});
                            navigator().open(
                                std::make_unique<MergeScreen>(navigator(), clock(), enter(), m_customers.merging()));
                        }});
    }
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString CustomersScreen::helpText() const
{
    return tr("Here is who buys here. Type a part of a name, a number or an address and press Enter to look for "
              "somebody; press the number of a line to see them.");
}

void CustomersScreen::submit(const QString &text)
{
    if (text.isEmpty() || m_list.itemOfDigit(text)) {
        ListScreen::submit(text);
        return;
    }
    stopWaiting();
    m_field.clear();
    m_customers.setFilterText(text);
}

bool CustomersScreen::back()
{
    if (m_customers.filterText().isEmpty())
        return false;
    m_customers.setFilterText({});
    return true;
}

void CustomersScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row < m_customers.rows().size())
        openCustomer(m_customers.rows().at(row).id);
}

void CustomersScreen::openCustomer(const QString &id)
{
    m_customers.open(id);
    navigator().open(std::make_unique<CustomerScreen>(navigator(), clock(), enter(), m_customers, m_makeHistory));
}

} // namespace crema::terminal
