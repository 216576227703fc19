// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/client_till_desk.h"

#include "sync/client/client.h"

namespace crema {

ClientTillDesk::ClientTillDesk(sync::Client &client, QObject *parent) : TillDesk(parent), m_client(client)
{
    connect(&client, &sync::Client::changed, this, &TillDesk::changed);
    connect(&client, &sync::Client::dataChanged, this, &TillDesk::dataChanged);
}

const sync::ClientState &ClientTillDesk::state() const
{
    return m_client.state();
}

QCoro::Task<Result<void>> ClientTillDesk::enroll(QUrl platform, QString code, QString deviceName)
{
    return m_client.enroll(std::move(platform), std::move(code), std::move(deviceName));
}

QCoro::Task<Result<QList<Category>>> ClientTillDesk::categories()
{
    return m_client.categories();
}

QCoro::Task<Result<QList<sync::ProductView>>> ClientTillDesk::products(sync::ProductFilter filter)
{
    return m_client.products(std::move(filter));
}

QCoro::Task<Result<QList<sync::ProductView>>> ClientTillDesk::findProducts(QString text, int limit)
{
    return m_client.findProducts(std::move(text), limit);
}

QCoro::Task<Result<sync::CodeHit>> ClientTillDesk::findByCode(QString code)
{
    return m_client.findByCode(std::move(code));
}

QCoro::Task<Result<Shift>> ClientTillDesk::openShift(Money floatAmount)
{
    return m_client.openShift(floatAmount);
}

QCoro::Task<Result<Sale>> ClientTillDesk::quote(sync::SaleDraft draft)
{
    return m_client.quote(std::move(draft));
}

QCoro::Task<Result<sync::SaleView>> ClientTillDesk::completeSale(sync::SaleDraft draft)
{
    return m_client.completeSale(std::move(draft));
}

} // namespace crema
