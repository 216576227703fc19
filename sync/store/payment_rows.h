// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payments/payment_intent.h"
#include "sync/client/payment_ask.h"
#include "sync/store/database.h"

namespace crema::sync {

/// The rows of payment intents. Failures are thrown as StorageFailure.
class PaymentRows
{
public:
    explicit PaymentRows(Database &database) : m_database(database) {}

    void save(const PaymentIntent &intent, const QByteArray &document);
    void remove(PaymentIntentId id);
    [[nodiscard]] std::optional<PaymentIntent> intent(PaymentIntentId id);
    /// Those that hold a shift before all others, of each the newest first.
    [[nodiscard]] QList<PaymentIntent> intents(const PaymentFilter &filter);
    /// How many of a shift hold it.
    [[nodiscard]] std::int64_t holding(ShiftId shift);

private:
    Database &m_database;
};

} // namespace crema::sync
