// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/complete_sale.h"
#include "sync/client/payment_ask.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Inside LocalStore::write(): stored before anybody is asked for money (sync.md rule 8). Errors: those of
/// Client::askPayment().
[[nodiscard]] Result<PaymentIntent> recordPaymentAsk(LocalStore &store, const PaymentAsk &ask);
/// Inside LocalStore::write(). Errors: `payment.unknown`, `payment.settled` and those of record().
[[nodiscard]] Result<PaymentIntent> recordPaymentCancel(LocalStore &store, PaymentIntentId id);
/// Inside LocalStore::write(). Errors: `payment.unknown`, those of afterVerdict() and of record().
[[nodiscard]] Result<PaymentIntent> recordPaymentSettle(LocalStore &store, PaymentIntentId id, IntentVerdict verdict,
                                                        const QString &reason);

/// Errors: `payment.unknown`.
[[nodiscard]] Result<PaymentIntent> findPaymentIntent(LocalStore &store, PaymentIntentId id);

/// Whether the intents that the tenders name pay what they say, each once and at the register that asked. Errors:
/// `payment.unknown`, and those of mayPay().
[[nodiscard]] Result<void> checkIntentTenders(LocalStore &store, const QList<Tender> &tenders);
/// Whether a shift may close. Errors: `payment.open`.
[[nodiscard]] Result<void> requireNoOpenIntents(LocalStore &store, ShiftId shift);

} // namespace crema::sync
