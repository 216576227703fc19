// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/selling/sales_screen.h"

#include "ui/terminal/selling/sale_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

constexpr auto filterKey = u'/';

} // namespace

SalesScreen::SalesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, SaleListPresenter &sales,
                         ReturnPresenter &returns)
    : ListScreen(navigator, clock, enter), m_sales(sales), m_returns(returns)
{
    connect(&m_sales, &SaleListPresenter::listChanged, this, &SalesScreen::refresh);
    connect(&m_sales, &SaleListPresenter::queryChanged, this, &SalesScreen::refresh);
    connect(&m_sales, &SaleListPresenter::timesChanged, this, &SalesScreen::refresh);
    m_sales.arrive();
    refresh();
}

SalesScreen::~SalesScreen()
{
    disconnect(&m_sales, nullptr, this, nullptr);
    m_sales.leave();
}

void SalesScreen::shown()
{
    m_sales.closeSale();
    refresh();
}

ListItem SalesScreen::itemOf(const SaleRow &row) const
{
    // What matters most stands first, because a narrow terminal cuts the end.
    QStringList parts{m_sales.shortNumber(row)};
    if (row.state != RecordState::Synced)
        parts.append(recordStateText(row.state));
    parts.append(m_sales.timeText(row));
    for (const QString &part : {row.customer, row.cashier, row.paymentText}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return {.text = parts.join(QStringLiteral("  ")), .value = row.totalText, .code = row.number};
}

void SalesScreen::refresh()
{
    QList<ListItem> items;
    for (const SaleRow &row : m_sales.rows())
        items.append(itemOf(row));
    m_list.setItems(std::move(items));
    navigator().redraw();
}

QString SalesScreen::emptyText() const
{
    switch (m_sales.phase()) {
    case ListPhase::FirstUse: return tr("No sale was made here yet.");
    case ListPhase::FilteredEmpty: {
        const QString hint = m_sales.filterHint();
        return hint.isEmpty() ? tr("No sale matches. Type / and Enter to see all.") : hint;
    }
    case ListPhase::Failed:
        if (m_sales.isDenied())
            return tr("Sales are seen by those who may. Ask a manager or an administrator for this right.");
        return m_sales.problem() ? m_sales.problem()->message : QString();
    case ListPhase::Loading:
    case ListPhase::LoadingLong: return tr("Reading the sales");
    default: return {};
    }
}

Page SalesScreen::page() const
{
    Page page{.title = m_sales.query().isEmpty() ? tr("SALES") : tr("SALES %1", "a filter").arg(m_sales.filterText()),
              .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = emptyText(), .maximumRows = 6}}, layout);
        const TextLine sum{.left = m_sales.summary().countText, .right = m_sales.summary().totalText};
        return listAbove({sum}, 1, layout);
    };
    page.prompt = Prompt{m_sales.isDenied() ? QString() : tr("Choose or /filter"), m_field};
    return page;
}

QList<TerminalAction> SalesScreen::actions()
{
    QList<TerminalAction> actions{{Verb::Find, tr("/"), tr("Filter"), [this] {
                                       m_field.setText(QString(filterKey) + m_sales.filterText());
                                       navigator().redraw();
                                   }}};
    if (m_list.hasPages() || m_sales.canFetchMore())
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] { nextPage(); }});
    return actions;
}

void SalesScreen::nextPage()
{
    const qsizetype before = m_list.current();
    m_list.nextPage();
    // Before the list begins anew, what is older is read.
    if (m_list.current() <= before && m_sales.canFetchMore())
        m_sales.fetchMore();
    navigator().redraw();
}

QString SalesScreen::helpText() const
{
    return tr("Press the number of a sale, or type / and words such as day:today, state:queued or a part of a receipt "
              "number. Scan a receipt to open its sale.");
}

void SalesScreen::submit(const QString &text)
{
    stopWaiting();
    if (text.startsWith(filterKey)) {
        m_sales.setQuery(readSaleQuery(text.mid(1)));
        return;
    }
    if (const std::optional<qsizetype> row = m_list.itemOfDigit(text)) {
        openRow(*row);
        return;
    }
    if (text.isEmpty() && !m_list.items().isEmpty())
        openRow(m_list.current());
    else if (m_sales.takeScan(text))
        showSale();
    else if (!text.isEmpty())
        m_sales.setQuery(readSaleQuery(text));
}

void SalesScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_sales.rows().size())
        return;
    m_sales.openSale(m_sales.rows().at(row).key);
    showSale();
}

void SalesScreen::showSale()
{
    navigator().open(std::make_unique<SaleScreen>(navigator(), clock(), enter(), m_sales, m_returns));
}

void SalesScreen::scan(const QString &code)
{
    stopWaiting();
    m_field.clear();
    if (m_sales.takeScan(code)) {
        showSale();
        return;
    }
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("This is no receipt number"));
}

bool SalesScreen::back()
{
    if (m_sales.query().isEmpty())
        return false;
    m_sales.clearFilters();
    return true;
}

} // namespace crema::terminal
