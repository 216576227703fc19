// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/customers/customer_history_screen.h"

#include "ui/terminal/customers/customer_statement_screen.h"
#include "ui/terminal/selling/sale_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

constexpr int sumsRows = 2;

} // namespace

CustomerHistoryScreen::CustomerHistoryScreen(Navigator &navigator, Clock &clock, MenuEnter enter,
                                             CustomerHistoryPresenter &history, CustomerStatementPresenter &statement,
                                             SaleListPresenter &sales, ReturnPresenter &returns)
    : ListScreen(navigator, clock, enter), m_history(history), m_statement(statement), m_sales(sales),
      m_returns(returns)
{
    connect(&m_history, &CustomerHistoryPresenter::changed, this, &CustomerHistoryScreen::refresh);
    m_history.arrive();
    refresh();
}

CustomerHistoryScreen::~CustomerHistoryScreen()
{
    disconnect(&m_history, nullptr, this, nullptr);
    m_history.leave();
}

void CustomerHistoryScreen::shown()
{
    m_sales.closeSale();
    refresh();
}

void CustomerHistoryScreen::refresh()
{
    QList<ListItem> items;
    for (const CustomerHistoryRow &row : m_history.rows()) {
        // What matters most stands first, because a narrow terminal cuts the end.
        QStringList parts{row.dayText, row.boughtText, row.number, row.placeText};
        parts.removeAll(QString());
        items.append({.text = parts.join(QStringLiteral("  ")), .value = row.totalText, .code = row.number});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

QString CustomerHistoryScreen::emptyText() const
{
    if (m_history.isDenied())
        return tr("Only people who see customers and sales may do this. Ask a manager.");
    return m_history.customer() ? m_history.problemText() : tr("This customer is not known here any more.");
}

Page CustomerHistoryScreen::page() const
{
    Page page{.title = tr("HISTORY"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = emptyText(), .maximumRows = 6}}, layout);
        return listAbove({{.left = m_history.sumsText(), .maximumRows = sumsRows}}, sumsRows, layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> CustomerHistoryScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_history.customer() && !m_history.isDenied())
        actions.append(
            {Verb::Done, tr("stm", "statement, very short"), tr("The statement"), [this] { openStatement(); }});
    if (m_list.hasPages() || m_history.hasMore())
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] { nextPage(); }});
    return actions;
}

void CustomerHistoryScreen::nextPage()
{
    const qsizetype before = m_list.current();
    m_list.nextPage();
    // Before the list begins anew, what is older is read.
    if (m_list.current() <= before && m_history.hasMore())
        m_history.showMore();
    navigator().redraw();
}

QString CustomerHistoryScreen::helpText() const
{
    const QString help =
        tr("What the customer bought, newest first. Press the number of a sale to see it; F4 shows the "
           "statement.");
    const QString known = m_history.knownText();
    return known.isEmpty() ? help : help + QLatin1Char(' ') + known;
}

void CustomerHistoryScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_history.rows().size())
        return;
    m_history.openSale(row);
    navigator().open(std::make_unique<SaleScreen>(navigator(), clock(), enter(), m_sales, m_returns));
}

void CustomerHistoryScreen::openStatement()
{
    if (!m_history.customer())
        return;
    m_statement.begin(*m_history.customer());
    navigator().open(std::make_unique<CustomerStatementScreen>(navigator(), clock(), enter(), m_statement));
}

} // namespace crema::terminal
