// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/store/customer_history_reader.h"

namespace crema::sync {
namespace {

/// It says who somebody is and what they bought.
Result<void> mayReadHistory(LocalStore &local)
{
    const Result<void> customers = mayRead(local, Reading::Customers);
    return customers ? mayRead(local, Reading::Sales) : customers;
}

} // namespace

QCoro::Task<Result<CustomerHistory>> Client::customerHistory(CustomerId customer, HistoryPage page)
{
    return Private::read(d, [customer, page](LocalStore &local) -> Result<CustomerHistory> {
        const Result<void> allowed = mayReadHistory(local);
        return allowed ? historyOf(local, local.rows().customers().idsOf(customer), page) : failure(allowed.error());
    });
}

QCoro::Task<Result<CustomerStatement>> Client::customerStatement(CustomerId customer, StatementPeriod period)
{
    return Private::read(d, [customer, period](LocalStore &local) -> Result<CustomerStatement> {
        const Result<void> allowed = mayReadHistory(local);
        return allowed ? statementOf(local, local.rows().customers().idsOf(customer), period) : failure(allowed.error());
    });
}

} // namespace crema::sync
