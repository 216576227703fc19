// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/customer_history_presenter.h"

#include "models/money/money_text.h"
#include "sync/client/reading_right.h"
#include "ui/presenters/customers/bought_words.h"
#include "ui/presenters/selling/sale_texts.h"

#include <algorithm>
#include <limits>

namespace crema {

CustomerHistoryPresenter::CustomerHistoryPresenter(ShopDesk &desk, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_locale(locale)
{
    connect(&m_desk, &TillDesk::dataChanged, this, [this] {
        if (m_inFront)
            refresh();
    });
}

CustomerHistoryPresenter::~CustomerHistoryPresenter()
{
    m_stop.request_stop();
}

bool CustomerHistoryPresenter::isDenied() const
{
    const sync::ClientState &state = m_desk.state();
    return !sync::mayRead(state, Reading::Customers) || !sync::mayRead(state, Reading::Sales);
}

void CustomerHistoryPresenter::show(std::optional<CustomerId> customer)
{
    if (m_customer == customer)
        return;
    forget();
    m_customer = customer;
    Q_EMIT changed();
    if (m_inFront)
        refresh();
}

void CustomerHistoryPresenter::arrive()
{
    m_inFront = true;
    refresh();
}

// What was asked before is not waited for any more.
void CustomerHistoryPresenter::forget()
{
    m_stop.request_stop();
    m_stop = {};
    m_isReading = false;
    m_history.reset();
    m_problem.reset();
    m_rows.clear();
    m_limit = pageSize;
}

void CustomerHistoryPresenter::refresh()
{
    if (!m_customer || isDenied()) {
        forget();
        Q_EMIT changed();
        return;
    }
    m_stop.request_stop();
    m_stop = {};
    m_isReading = true;
    read(this, m_stop.get_token(), *m_customer, m_limit);
}

QCoro::Task<> CustomerHistoryPresenter::read(Self self, std::stop_token stop, CustomerId customer, int limit)
{
    const sync::HistoryPage page{limit, 0};
    const Result<sync::CustomerHistory> history = co_await self->m_desk.customerHistory(customer, page);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    if (history) {
        self->take(*history);
    } else {
        self->m_problem = history.error();
        self->m_history.reset();
        self->m_rows.clear();
    }
    Q_EMIT self->changed();
}

void CustomerHistoryPresenter::take(const sync::CustomerHistory &history)
{
    m_problem.reset();
    m_history = history;
    m_rows.clear();
    for (const sync::CustomerSaleView &view : history.sales)
        m_rows.append(rowOf(view));
}

CustomerHistoryRow CustomerHistoryPresenter::rowOf(const sync::CustomerSaleView &view) const
{
    const Sale &sale = view.sale.sale;
    QStringList place{view.locationName, view.registerName};
    place.removeAll(QString());
    return {saleKey(view.sale),
            sale.number,
            times().date(times().dayOf(sale.completedAt)),
            times().exact(sale.completedAt),
            place.join(QStringLiteral(" · ")),
            boughtWords(sale, m_locale),
            formatMoney(sale.rounding.isZero() ? sale.total : sale.total + sale.rounding, m_locale,
                        m_desk.state().currency())};
}

QString CustomerHistoryPresenter::sumsText() const
{
    if (!m_history || m_history->count == 0)
        return {};
    const Purchases &all = m_history->purchases;
    const auto visits = static_cast<int>(std::min<std::int64_t>(all.visits, std::numeric_limits<int>::max()));
    QStringList parts{tr("%n visit(s)", "of a customer", visits)};
    for (const Money &money : all.spent)
        parts.append(formatMoney(money, m_locale, m_desk.state().currency()));
    if (all.last)
        parts.append(tr("last on %1", "a visit").arg(times().date(times().dayOf(*all.last))));
    return parts.join(QStringLiteral(" · "));
}

QString CustomerHistoryPresenter::knownText() const
{
    if (!m_history || !m_history->known.since)
        return {};
    const QString since = times().date(times().dayOf(*m_history->known.since));
    const QString places = m_history->known.locations.join(QStringLiteral(", "));
    return places.isEmpty() ? tr("This device knows sales since %1.").arg(since)
                            : tr("This device knows the sales of %1 since %2.").arg(places, since);
}

QString CustomerHistoryPresenter::problemText() const
{
    if (m_problem)
        return m_problem->message;
    return m_history && m_rows.isEmpty() ? tr("Nothing was sold to this customer yet, as far as this device knows.")
                                         : QString();
}

bool CustomerHistoryPresenter::hasMore() const
{
    return m_history && m_history->count > m_rows.size();
}

void CustomerHistoryPresenter::showMore()
{
    if (!hasMore() || m_isReading)
        return;
    m_limit += pageSize;
    refresh();
}

void CustomerHistoryPresenter::openSale(qsizetype row)
{
    if (row >= 0 && row < m_rows.size())
        Q_EMIT saleWanted(m_rows.at(row).key);
}

} // namespace crema
