// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/cart_customer_screen.h"

#include "ui/terminal/till/points_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

constexpr qsizetype askedOfNew = 3; ///< name, e-mail, phone

} // namespace

CartCustomerScreen::CartCustomerScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CartStepPresenter &steps)
    : ListScreen(navigator, clock, enter), m_steps(steps), m_visit(steps, CartStep::Customer),
      m_customer(steps.customer())
{
    connect(&m_customer, &CartCustomerPresenter::changed, this, &CartCustomerScreen::refresh);
    connect(&m_customer, &CartCustomerPresenter::chosen, this, &CartCustomerScreen::closeWhenChosen);
    refresh();
}

CartCustomerScreen::~CartCustomerScreen()
{
    disconnect(&m_customer, nullptr, this, nullptr);
}

void CartCustomerScreen::closeWhenChosen()
{
    disconnect(&m_customer, nullptr, this, nullptr); // it lives on until the present keys are handled
    navigator().closeTop();
}

void CartCustomerScreen::refresh()
{
    QList<ListItem> items;
    for (const CartCustomerRow &row : m_customer.rows())
        items.append({.text = row.name, .value = row.aboutText});
    m_list.setItems(std::move(items));
    // Nobody was made: it begins again at the name, which is what is wrong most of the time.
    if (m_customer.isCreating() && m_typed.size() == askedOfNew) {
        m_typed.clear();
        navigator().say(MessageKind::Error, m_customer.problemText());
    }
    navigator().redraw();
}

QString CartCustomerScreen::promptText() const
{
    if (!m_customer.isCreating())
        return m_list.items().isEmpty() ? tr("Name") : tr("1-9 or a name");
    switch (m_typed.size()) {
    case 0: return tr("Name");
    case 1: return tr("E-mail or nothing");
    default: return tr("Phone or nothing");
    }
}

Page CartCustomerScreen::page() const
{
    Page page{.title = m_customer.isCreating() ? tr("NEW CUSTOMER") : tr("CUSTOMER"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_customer.isCreating()) {
            QList<TextLine> lines;
            for (const QString &typed : m_typed)
                lines.append({.left = typed});
            return textBlock(lines, layout);
        }
        if (m_list.items().isEmpty())
            return textBlock({{.left = m_customer.problemText(), .maximumRows = 6}}, layout);
        return m_list.layout(layout);
    };
    if (m_customer.isCreating())
        page.progress.clear();
    page.prompt = Prompt{promptText(), m_field};
    return page;
}

QList<TerminalAction> CartCustomerScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_customer.isCreating())
        return actions;
    if (m_customer.mayCreate())
        actions.append({Verb::Done, tr("new"), tr("New customer"), [this] {
                            m_field.clear();
                            m_typed.clear();
                            m_customer.beginNew();
                        }});
    if (!m_customer.attachedName().isEmpty())
        actions.append(
            {Verb::Undo, tr("off"), tr("Take %1 off").arg(m_customer.attachedName()), [this] { m_customer.detach(); }});
    const QString noPoints = m_steps.actions().find(u"till.points")->disabledReason();
    if (noPoints.isEmpty())
        actions.append({Verb::Skip, tr("pts"), tr("Use points"), [this] { openPoints(); }});
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString CartCustomerScreen::helpText() const
{
    return tr("Type a part of a name, an address or a number and press Enter; press the number of who buys.");
}

bool CartCustomerScreen::key(const KeyEvent &event)
{
    // What is typed about somebody new chooses nothing from the list behind it.
    if (m_customer.isCreating())
        return event.key != Key::Enter && m_field.key(event);
    return ListScreen::key(event);
}

void CartCustomerScreen::submit(const QString &text)
{
    if (m_customer.isCreating()) {
        m_field.clear();
        takeTyped(text.trimmed());
    } else if (text.isEmpty() || m_list.itemOfDigit(text)) {
        ListScreen::submit(text);
    } else {
        stopWaiting();
        m_field.clear();
        m_customer.setSearchText(text);
    }
}

void CartCustomerScreen::takeTyped(const QString &text)
{
    m_typed.append(text);
    if (m_typed.size() == askedOfNew)
        m_customer.create(m_typed.at(0), m_typed.at(1), m_typed.at(2));
    navigator().redraw();
}

void CartCustomerScreen::openPoints()
{
    disconnect(&m_customer, nullptr, this, nullptr); // it lives on until the present keys are handled
    Navigator &shown = navigator();
    CartStepPresenter &steps = m_steps;
    shown.closeTop();
    shown.say(MessageKind::None, {}); // the room is for what is asked
    shown.open(std::make_unique<PointsScreen>(shown, steps));
}

void CartCustomerScreen::openRow(qsizetype row)
{
    m_field.clear();
    m_customer.attach(static_cast<int>(row));
}

bool CartCustomerScreen::back()
{
    if (m_customer.isCreating()) {
        m_typed.clear();
        m_field.clear();
        m_customer.stopNew();
        return true;
    }
    if (m_customer.searchText().isEmpty())
        return false;
    m_customer.setSearchText({});
    return true;
}

} // namespace crema::terminal
