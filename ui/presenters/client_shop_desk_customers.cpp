// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/client_shop_desk.h"

#include "ui/presenters/client_shop_desk_approvable.h"

namespace crema {

QCoro::Task<Result<QList<Customer>>> ClientShopDesk::findCustomers(QString text, int limit)
{
    return m_client.findCustomers(std::move(text), limit);
}

QCoro::Task<Result<Customer>> ClientShopDesk::customer(CustomerId id)
{
    return m_client.customer(id);
}

QCoro::Task<Result<Customer>> ClientShopDesk::createCustomer(Customer customer)
{
    return m_client.createCustomer(std::move(customer));
}

QCoro::Task<Result<Customer>> ClientShopDesk::editCustomer(Customer before, Customer after)
{
    return m_client.editCustomer(std::move(before), std::move(after));
}

QCoro::Task<Result<Customer>> ClientShopDesk::eraseCustomer(CustomerId id, EraseReason reason)
{
    return m_client.eraseCustomer(id, reason);
}

QCoro::Task<Result<Customer>> ClientShopDesk::mergeCustomers(CustomerId from, CustomerId into)
{
    return approvable([&] { return m_client.mergeCustomers(from, into); });
}

QCoro::Task<Result<Customer>> ClientShopDesk::unmergeCustomer(CustomerId id)
{
    return approvable([&] { return m_client.unmergeCustomer(id); });
}

QCoro::Task<Result<QList<Customer>>> ClientShopDesk::customersMergedInto(CustomerId id)
{
    return m_client.customersMergedInto(id);
}

QCoro::Task<Result<QList<LikelyDuplicate>>> ClientShopDesk::duplicateCustomers(int limit)
{
    return m_client.duplicateCustomers(limit);
}

QCoro::Task<Result<QList<PriceList>>> ClientShopDesk::priceLists()
{
    return m_client.priceLists();
}

QCoro::Task<Result<QList<Customer>>> ClientShopDesk::customersWithCard(QString card)
{
    return m_client.customersWithCard(std::move(card));
}

QCoro::Task<Result<QByteArray>> ClientShopDesk::exportCustomer(CustomerId id)
{
    return m_client.exportCustomer(id);
}

} // namespace crema
