// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/parked_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

ParkedScreen::ParkedScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CartStepPresenter &steps,
                           OpenCartPresenter &openCart)
    : ListScreen(navigator, clock, enter), m_steps(steps), m_visit(steps, CartStep::Parked), m_openCart(openCart)
{
    connect(&m_openCart, &OpenCartPresenter::parkedChanged, this, &ParkedScreen::refresh);
    refresh();
}

ParkedScreen::~ParkedScreen()
{
    disconnect(&m_openCart, nullptr, this, nullptr);
}

void ParkedScreen::refresh()
{
    QList<ListItem> items;
    for (const ParkedRow &row : m_openCart.parkedRows()) {
        items.append({.text = tr("%1 · %2", "a parked sale, and its lines and age").arg(row.name, row.aboutText),
                      .value = row.totalText});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

Page ParkedScreen::page() const
{
    Page page{.title = tr("PARKED SALES"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = tr("No sale is parked.")}}, layout);
        return m_list.layout(layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> ParkedScreen::actions()
{
    QList<TerminalAction> actions;
    if (!m_list.items().isEmpty())
        actions.append({Verb::Undo, tr("del"), tr("Discard the marked sale"),
                        [this] { m_openCart.discardParked(static_cast<int>(m_list.current())); }});
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString ParkedScreen::helpText() const
{
    return tr("Press the number of the sale to go on with it. The arrows move the mark.");
}

void ParkedScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_list.items().size())
        return;
    navigator().closeTop();
    m_steps.recall(static_cast<int>(row));
}

} // namespace crema::terminal
