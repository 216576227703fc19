// SPDX-License-Identifier: GPL-3.0-or-later
// What the example's customers bought: their example sales, by the rules that hold.
#include "app/desktop/example/example_desk.h"
#include "app/desktop/example/still_clock.h"

#include <algorithm>

namespace crema::desktop {
namespace {

sync::KnownSales knownOf(const sync::ClientState &state, const QList<sync::SaleView> &sales)
{
    sync::KnownSales known;
    if (state.location)
        known.locations.append(state.location->name);
    for (const sync::SaleView &view : sales)
        known.since = std::min(known.since.value_or(view.sale.completedAt), view.sale.completedAt);
    return known;
}

} // namespace

QList<sync::SaleView> ExampleDesk::salesTo(const Customer &customer) const
{
    QList<sync::SaleView> theirs;
    // Sales of before know their customer by name alone.
    for (auto view = m_sales.crbegin(); view != m_sales.crend(); ++view) {
        if (view->sale.customer ? *view->sale.customer == customer.id : view->customerName == customer.name)
            theirs.append(*view);
    }
    return theirs;
}

QCoro::Task<Result<sync::CustomerHistory>> ExampleDesk::customerHistory(CustomerId id, sync::HistoryPage page)
{
    const Result<Customer> found = co_await customer(id);
    if (!found)
        co_return failure(found.error());
    const QList<sync::SaleView> theirs = salesTo(*found);
    QList<Sale> all;
    for (const sync::SaleView &view : theirs)
        all.append(view.sale);
    sync::CustomerHistory history;
    history.count = theirs.size();
    history.purchases = purchasesOf(all);
    history.known = knownOf(m_state, m_sales);
    const QString place = m_state.location ? m_state.location->name : QString();
    const QString till = m_state.registerInfo ? m_state.registerInfo->name : QString();
    const QList<sync::SaleView> shown = theirs.mid(page.offset, page.limit);
    for (const sync::SaleView &view : shown)
        history.sales.append({view, place, till});
    co_return history;
}

QCoro::Task<Result<sync::CustomerStatement>> ExampleDesk::customerStatement(CustomerId id, StatementPeriod period)
{
    const Result<Customer> found = co_await customer(id);
    if (!found)
        co_return failure(found.error());
    QList<Sale> all;
    const QList<sync::SaleView> theirs = salesTo(*found);
    for (const sync::SaleView &view : theirs)
        all.append(view.sale);
    sync::CustomerStatement statement;
    statement.customer = *found;
    statement.period = period;
    statement.accounts = statementsOf(all, period);
    statement.known = knownOf(m_state, m_sales);
    statement.at = StillClock().now();
    co_return statement;
}

} // namespace crema::desktop
