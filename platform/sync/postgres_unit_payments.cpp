// SPDX-License-Identifier: GPL-3.0-or-later
// Payment intents in PostgreSQL, as operations change them.
#include "models/feed/payment_intent_codec.h"
#include "platform/sync/effect_rows.h"
#include "platform/sync/load_stored.h"
#include "platform/sync/postgres_unit_storage.h"

namespace crema::platform {

std::optional<Stored<PaymentIntent>> PostgresUnitStorage::paymentIntent(PaymentIntentId id)
{
    return load(m_transaction, "sales/load_payment_intent", id, &codec::readPaymentIntent);
}

QList<PaymentIntentId> PostgresUnitStorage::paymentIntentsOf(ShiftId shift)
{
    QList<PaymentIntentId> ids;
    const Rows rows = m_transaction.run("sales/list_payment_intents_of_shift", {shift});
    for (int i = 0; i < rows.count(); ++i)
        ids.append(PaymentIntentId(rows.uuid(i, 0)));
    return ids;
}

void PostgresUnitStorage::write(const QList<Stored<PaymentIntent>> &intents)
{
    writePaymentIntents(m_transaction, intents);
}

} // namespace crema::platform
