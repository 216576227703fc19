// SPDX-License-Identifier: GPL-3.0-or-later
// Payments through the platform's provider (ADR 061), from what this store knows.
#include "sync/client/client_private.h"
#include "sync/store/payment_recording.h"

namespace crema::sync {
namespace {

/// Whoever sells looks after what they asked for.
Result<void> mayLookAtPayments(LocalStore &local)
{
    const Result<void> all = mayRead(local, Reading::Sales);
    return all || mayRead(local, Reading::ShiftSales) ? Result<void>() : all;
}

} // namespace

QCoro::Task<Result<PaymentIntent>> Client::askPayment(PaymentAsk ask)
{
    return Private::write(d, [ask = std::move(ask)](LocalStore &local) { return recordPaymentAsk(local, ask); });
}

QCoro::Task<Result<PaymentIntent>> Client::paymentIntent(PaymentIntentId id)
{
    return Private::read(d, [id](LocalStore &local) -> Result<PaymentIntent> {
        const Result<void> allowed = mayLookAtPayments(local);
        return allowed ? findPaymentIntent(local, id) : Result<PaymentIntent>(failure(allowed.error()));
    });
}

QCoro::Task<Result<QList<PaymentIntent>>> Client::paymentIntents(PaymentFilter filter)
{
    return Private::read(d, [filter](LocalStore &local) -> Result<QList<PaymentIntent>> {
        if (const Result<void> allowed = mayLookAtPayments(local); !allowed)
            return failure(allowed.error());
        return local.rows().payments().intents(filter);
    });
}

QCoro::Task<Result<PaymentIntent>> Client::cancelPayment(PaymentIntentId id)
{
    return Private::write(d, [id](LocalStore &local) { return recordPaymentCancel(local, id); });
}

QCoro::Task<Result<PaymentIntent>> Client::settlePayment(PaymentIntentId id, IntentVerdict verdict, QString reason)
{
    return Private::write(d, [id, verdict, reason = std::move(reason)](LocalStore &local) {
        return recordPaymentSettle(local, id, verdict, reason);
    });
}

} // namespace crema::sync
