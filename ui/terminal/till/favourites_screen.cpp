// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/favourites_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

FavouritesScreen::FavouritesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, FavouritesPresenter &favourites,
                                   TillPresenter &till)
    : ListScreen(navigator, clock, enter), m_favourites(favourites), m_till(till)
{
    connect(&m_favourites, &FavouritesPresenter::changed, this, &FavouritesScreen::refresh);
    refresh();
    m_favourites.read();
}

FavouritesScreen::~FavouritesScreen()
{
    disconnect(&m_favourites, nullptr, this, nullptr);
}

void FavouritesScreen::refresh()
{
    QList<ListItem> items;
    for (const FavouriteRow &row : m_favourites.rows())
        items.append({.text = row.name});
    m_list.setItems(std::move(items));
    navigator().redraw();
}

Page FavouritesScreen::page() const
{
    Page page{.title = tr("FAVOURITES"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = tr("No favourites yet."), .style = Style::strong()},
                              {.left = tr("F4 adds the product of the marked line in the cart."), .maximumRows = 3}},
                             layout);
        return m_list.layout(layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> FavouritesScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_till.selectedLine() >= 0)
        actions.append({Verb::Done, tr("add"), tr("Add the marked line of the cart"), [this] { addLine(); }});
    if (m_list.items().isEmpty())
        return actions;
    const auto current = [this] { return static_cast<int>(m_list.current()); };
    actions.append({Verb::Skip, tr("up"), tr("Move the marked one forward"),
                    [this, current] { m_favourites.move(current(), -1); }});
    actions.append({Verb::Undo, tr("del"), tr("Take the marked one off the list"),
                    [this, current] { m_favourites.remove(current()); }});
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString FavouritesScreen::helpText() const
{
    return tr("Press the number of a product to sell it. The arrows move the mark; F6 moves what is marked forward.");
}

void FavouritesScreen::addLine()
{
    const QList<TillLine> &lines = m_till.sale().lines();
    const int row = m_till.selectedLine();
    if (row >= 0 && row < lines.size())
        m_favourites.addVariant(lines.at(row).item.variant);
}

void FavouritesScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_list.items().size())
        return;
    navigator().closeTop();
    m_favourites.sell(static_cast<int>(row));
}

void FavouritesScreen::scan(const QString &code)
{
    stopWaiting();
    m_field.clear();
    navigator().closeTop();
    m_till.enterCode(code);
}

} // namespace crema::terminal
