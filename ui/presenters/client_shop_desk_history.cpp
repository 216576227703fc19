// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer bought.
#include "sync/client/client.h"
#include "ui/presenters/client_shop_desk.h"

namespace crema {

QCoro::Task<Result<sync::CustomerHistory>> ClientShopDesk::customerHistory(CustomerId id, sync::HistoryPage page)
{
    return m_client.customerHistory(id, page);
}

QCoro::Task<Result<sync::CustomerStatement>> ClientShopDesk::customerStatement(CustomerId id, StatementPeriod period)
{
    return m_client.customerStatement(id, period);
}

} // namespace crema
