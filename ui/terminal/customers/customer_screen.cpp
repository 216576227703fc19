// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/customers/customer_screen.h"

#include "ui/terminal/widgets/text_block.h"

#include <array>

namespace crema::terminal {

namespace {

/// The lines of a customer, in the order in which they stand.
constexpr std::array fields{&CustomerDraft::name, &CustomerDraft::phone, &CustomerDraft::email, &CustomerDraft::taxId,
                            &CustomerDraft::notes};

} // namespace

CustomerScreen::CustomerScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CustomerListPresenter &customers)
    : ListScreen(navigator, clock, enter), m_customers(customers)
{
    connect(&m_customers, &CustomerListPresenter::detailChanged, this, &CustomerScreen::refresh);
    connect(&m_customers, &CustomerListPresenter::draftChanged, this, [this] {
        refresh();
        showProblem();
    });
    connect(&m_customers, &CustomerListPresenter::saved, this,
            [this] { this->navigator().say(MessageKind::Ok, tr("Saved")); });
    refresh();
}

void CustomerScreen::showProblem()
{
    QString told;
    for (const char *field : {"name", "phone", "email", "tax_id", "notes"}) {
        if (told.isEmpty())
            told = m_customers.fieldProblem(QString::fromLatin1(field));
    }
    if (told.isEmpty() && m_customers.problem())
        told = m_customers.problem()->message;
    if (told == m_said)
        return;
    m_said = told;
    if (!told.isEmpty())
        navigator().say(MessageKind::Error, told);
}

void CustomerScreen::refresh()
{
    QList<ListItem> items;
    if (!m_customers.detail() && std::exchange(m_asked, std::nullopt))
        m_field.clear();
    if (m_customers.detail()) {
        const CustomerDraft &draft = m_customers.draft();
        const CustomerDetail &detail = *m_customers.detail();
        const auto orNone = [](const QString &text) { return text.isEmpty() ? QStringLiteral("-") : text; };
        items = {{tr("Name"), orNone(draft.name)},
                 {tr("Phone"), orNone(draft.phone)},
                 {tr("E-mail"), orNone(draft.email)},
                 {tr("Tax number"), orNone(draft.taxId)},
                 {tr("Notes"), orNone(draft.notes.simplified())}};
        if (!detail.isNew && detail.lockedText.isEmpty())
            items.append({detail.isArchived ? tr("Use again") : tr("Archive"), {}});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

Page CustomerScreen::page() const
{
    const std::optional<CustomerDetail> &detail = m_customers.detail();
    Page page{.title = !detail         ? tr("CUSTOMER")
                       : detail->isNew ? tr("NEW CUSTOMER")
                                       : detail->row.name,
              .progress = m_customers.isDirty() ? QStringLiteral("*") : QString()};
    page.body = [this](const Layout &layout) {
        if (!m_customers.detail())
            return textBlock({{.left = tr("This customer is not known here any more."), .maximumRows = 4}}, layout);
        return m_list.layout(layout);
    };
    const bool mayChange = detail && detail->lockedText.isEmpty();
    page.prompt = Prompt{m_asked     ? m_list.items().at(*m_asked).text
                         : mayChange ? tr("Choose 1-9")
                                     : QString(),
                         m_field};
    return page;
}

QList<TerminalAction> CustomerScreen::actions()
{
    QList<TerminalAction> actions;
    if (!m_asked && m_customers.actions().find(u"customers.save")->isEnabled()) {
        actions.append({Verb::Done, tr("save"), tr("Save the customer"), [this] {
                            m_said.clear();
                            m_customers.save();
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

QString CustomerScreen::helpText() const
{
    return tr("Press the number of what you want to change. F4 saves it.");
}

bool CustomerScreen::key(const KeyEvent &event)
{
    return !m_asked && ListScreen::key(event);
}

void CustomerScreen::submit(const QString &text)
{
    if (!m_asked) {
        ListScreen::submit(text);
        return;
    }
    CustomerDraft draft = m_customers.draft();
    draft.*fields.at(static_cast<std::size_t>(*m_asked)) = text;
    ask(std::nullopt);
    m_customers.setDraft(draft);
}

bool CustomerScreen::back()
{
    if (!m_asked)
        return false;
    ask(std::nullopt);
    return true;
}

void CustomerScreen::ask(std::optional<qsizetype> line)
{
    stopWaiting();
    m_asked = line;
    m_field.clear();
    if (line)
        m_field.setText(m_customers.draft().*fields.at(static_cast<std::size_t>(*line)));
    refresh();
}

void CustomerScreen::openRow(qsizetype row)
{
    m_field.clear();
    const std::optional<CustomerDetail> &detail = m_customers.detail();
    if (!detail || row >= m_list.items().size())
        return;
    if (!detail->lockedText.isEmpty())
        navigator().say(MessageKind::Warning, detail->lockedText);
    else if (row < static_cast<qsizetype>(fields.size()))
        ask(row);
    else
        m_customers.setArchived(!detail->isArchived);
}

} // namespace crema::terminal
