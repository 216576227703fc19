// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/customer_history_reader.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/documents.h"
#include "sync/store/sale_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace crema::sync {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Customers)
};

Result<Customer> firstOf(LocalStore &store, const QList<CustomerId> &customers)
{
    auto customer = customers.isEmpty() ? std::nullopt : store.rows().customers().customer(customers.first());
    if (!customer)
        return failure(ProblemKind::NotFound, u"customer.unknown"_s, Texts::tr("No customer has this id here."),
                       Texts::tr("Fetch the latest changes, or look for them by name."));
    if (customer->isErased())
        customer->name = QCoreApplication::translate("Store", "Erased customer");
    return *std::move(customer);
}

/// What a place is called; empty where it is not known any more.
QString nameOf(LocalStore &store, const QString &type, const QUuid &id)
{
    const auto document = store.rows().document({type, id});
    return document ? objectOf(*document).value("name"_L1).toString() : QString();
}

QString locationName(LocalStore &store, LocationId id)
{
    return nameOf(store, entity::location.toString(), id.value());
}

KnownSales knownSales(LocalStore &store, const QList<Sale> &sales)
{
    KnownSales known;
    if (const std::optional<Location> &here = store.place().location)
        known.locations.append(here->name);
    QList<LocationId> places;
    for (const Sale &sale : sales) {
        if (places.contains(sale.location))
            continue;
        places.append(sale.location);
        const QString name = locationName(store, sale.location);
        if (!name.isEmpty() && !known.locations.contains(name))
            known.locations.append(name);
    }
    known.since = store.rows().selling().oldestSaleAt();
    return known;
}

} // namespace

Result<CustomerHistory> historyOf(LocalStore &store, const QList<CustomerId> &customers, const HistoryPage &page)
{
    if (const Result<Customer> first = firstOf(store, customers); !first)
        return failure(first.error());
    const QList<Sale> all = store.rows().selling().salesOf(customers, {});
    CustomerHistory history;
    history.count = all.size();
    history.purchases = purchasesOf(all);
    history.known = knownSales(store, all);
    const QList<Sale> shown = all.mid(std::max(page.offset, 0), std::clamp(page.limit, 1, 1'000));
    for (const Sale &sale : shown) {
        history.sales.append({knownViewOf(store, sale), locationName(store, sale.location),
                              nameOf(store, entity::registerType.toString(), sale.registerId.value())});
    }
    return history;
}

Result<CustomerStatement> statementOf(LocalStore &store, const QList<CustomerId> &customers,
                                      const StatementPeriod &period)
{
    const Result<Customer> first = firstOf(store, customers);
    if (!first)
        return failure(first.error());
    if (period.to <= period.from)
        return failure(ProblemKind::Invalid, u"statement.period"_s,
                       Texts::tr("The statement would end before it begins."),
                       Texts::tr("Choose a last day that is not before the first."));
    CustomerSalesFilter filter;
    filter.until = period.to;
    const QList<Sale> sales = store.rows().selling().salesOf(customers, filter);
    return CustomerStatement{*first, period, statementsOf(sales, period), knownSales(store, sales),
                             store.clock().now()};
}

} // namespace crema::sync
