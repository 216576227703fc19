// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's payments through the platform's provider.
#include "ui/presenters/client_shop_desk_approvable.h"

namespace crema {

QCoro::Task<Result<PaymentIntent>> ClientShopDesk::askPayment(sync::PaymentAsk ask)
{
    return approvable([&] { return m_client.askPayment(std::move(ask)); });
}

QCoro::Task<Result<PaymentIntent>> ClientShopDesk::paymentIntent(PaymentIntentId id)
{
    return m_client.paymentIntent(id);
}

QCoro::Task<Result<QList<PaymentIntent>>> ClientShopDesk::paymentIntents(sync::PaymentFilter filter)
{
    return m_client.paymentIntents(filter);
}

QCoro::Task<Result<PaymentIntent>> ClientShopDesk::cancelPayment(PaymentIntentId id)
{
    return approvable([&] { return m_client.cancelPayment(id); });
}

QCoro::Task<Result<PaymentIntent>> ClientShopDesk::settlePayment(PaymentIntentId id, IntentVerdict verdict,
                                                                 QString reason)
{
    return approvable([&] { return m_client.settlePayment(id, verdict, std::move(reason)); });
}

} // namespace crema
