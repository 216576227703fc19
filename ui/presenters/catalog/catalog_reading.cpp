// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/catalog_reading.h"

namespace crema {

CatalogReading::CatalogReading(ShopDesk &desk, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_locale(locale)
{}

CatalogReading::~CatalogReading()
{
    m_stop.request_stop();
}

void CatalogReading::begin(const Request &request)
{
    m_request = request;
    if (request.filter.categoryName.isEmpty() || request.filter.category) {
        run(Goal::Replace, 0);
        return;
    }
    // Nothing is in a category that does not exist.
    end();
    Q_EMIT rowsReplaced({});
    Q_EMIT advanced();
}

void CatalogReading::end()
{
    m_stop.request_stop();
    m_reading = false;
    m_complete = true;
    m_offset = 0;
}

void CatalogReading::refresh()
{
    if (m_reading && m_goal == Goal::Replace)
        return; // it reads from the beginning already
    const int loaded = m_reading && m_goal == Goal::Refresh ? m_refreshUntil : m_offset;
    m_refreshUntil = std::max(loaded, firstPage);
    run(Goal::Refresh, 0);
}

void CatalogReading::readMore()
{
    if (!m_reading && !m_complete)
        run(Goal::Add, m_offset);
}

void CatalogReading::run(Goal goal, int fromOffset)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_goal = goal;
    m_reading = true;
    m_offset = fromOffset;
    m_inWindow = 0;
    m_fresh.clear();
    m_order.reset();
    if (goal != Goal::Add)
        m_seen.clear();
    if (!m_request.order.isEmpty())
        m_order.emplace(m_locale, m_request.order);
    read(this, m_stop.get_token());
}

sync::ProductFilter CatalogReading::nextPage() const
{
    sync::ProductFilter page;
    page.text = m_request.filter.words;
    page.category = m_request.filter.category;
    // A product in use may have archived variants, and then the store lists it anyway.
    page.archived = m_request.filter.archived;
    page.offset = m_offset;
    page.limit = m_offset == 0 && !m_order ? firstPage : laterPage;
    return page;
}

QCoro::Task<> CatalogReading::read(Self self, std::stop_token stop)
{
    while (true) {
        const sync::ProductFilter page = self->nextPage();
        const Result<QList<sync::ProductView>> products = co_await self->m_desk.products(page);
        if (stop.stop_requested() || !self)
            co_return;
        if (!products) {
            self->m_reading = false;
            Q_EMIT self->failed(products.error());
            co_return;
        }
        const bool more = self->take(*products, page.limit);
        if (stop.stop_requested() || !self)
            co_return; // whoever heard of the rows began anew
        Q_EMIT self->advanced();
        if (!more || stop.stop_requested() || !self)
            co_return;
    }
}

QList<CatalogRow> CatalogReading::newRows(const QList<sync::ProductView> &products)
{
    QList<CatalogRow> rows;
    for (const sync::ProductView &product : products) {
        if (m_seen.contains(product.product.id))
            continue;
        m_seen.insert(product.product.id);
        const QList<CatalogRow> variants = catalogRows(product);
        for (const CatalogRow &row : variants) {
            if (m_request.filter.takes(row))
                rows.append(row);
        }
    }
    return rows;
}

bool CatalogReading::take(const QList<sync::ProductView> &products, int limit)
{
    m_offset += static_cast<int>(products.size());
    m_complete = products.size() < limit;
    // An exact hit stands before the first page and pushes its last product out: that one is read again.
    if (!m_complete && m_offset == limit && !m_request.filter.words.isEmpty())
        --m_offset;
    const QList<CatalogRow> rows = newRows(products);
    if (m_order)
        return takeSorted(rows);
    return m_goal == Goal::Refresh ? takeRefreshed(rows) : takeInOrder(rows);
}

bool CatalogReading::takeSorted(const QList<CatalogRow> &rows)
{
    m_order->add(rows);
    if (!m_complete && m_offset < mostSorted)
        return true;
    m_complete = true;
    m_reading = false;
    Q_EMIT rowsReplaced(m_order->takeRows());
    return false;
}

bool CatalogReading::takeRefreshed(const QList<CatalogRow> &rows)
{
    m_fresh += rows;
    if (!m_complete && m_offset < m_refreshUntil)
        return true;
    m_reading = false;
    Q_EMIT rowsReplaced(std::exchange(m_fresh, {}));
    return false;
}

bool CatalogReading::takeInOrder(const QList<CatalogRow> &rows)
{
    m_inWindow += rows.size();
    const bool more = !m_complete && m_inWindow < window;
    m_reading = more;
    // Rows of a rare condition are shown as they are found, while the search for more goes on.
    if (m_goal == Goal::Replace && (!rows.isEmpty() || !more)) {
        m_goal = Goal::Add;
        Q_EMIT rowsReplaced(rows);
    } else if (m_goal == Goal::Add && !rows.isEmpty()) {
        Q_EMIT rowsAdded(rows);
    }
    return more;
}

} // namespace crema
