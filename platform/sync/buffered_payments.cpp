// SPDX-License-Identifier: GPL-3.0-or-later
// Payment intents in a unit of work.
#include "platform/sync/buffered_unit_of_work.h"

#include "platform/sync/load_once.h"

namespace crema::platform {

std::optional<PaymentIntent> BufferedUnitOfWork::paymentIntent(PaymentIntentId id)
{
    return loadOnce(m_paymentIntents, id, [&] { return m_storage->paymentIntent(id); });
}

void BufferedUnitOfWork::save(const PaymentIntent &intent)
{
    m_paymentIntents.put(intent.id, intent);
}

QList<PaymentIntent> BufferedUnitOfWork::paymentIntentsOf(ShiftId shift)
{
    const QList<PaymentIntentId> stored = m_storage->paymentIntentsOf(shift);
    for (const PaymentIntentId &id : stored)
        (void)paymentIntent(id);
    QList<PaymentIntent> intents;
    m_paymentIntents.eachKnown([&](const PaymentIntent &intent) {
        if (intent.shift == shift)
            intents.append(intent);
    });
    return intents;
}

} // namespace crema::platform
