// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an intent is never taken back: money that was told of stays, and so does the sale that it pays.
#include "tests/simulation/world/platform_watch.h"

namespace crema::simulation {

void PlatformWatch::lookAtPayments()
{
    const auto &now = m_database.state.paymentIntents;
    for (const platform::Stored<PaymentIntent> &before : std::as_const(m_before.paymentIntents)) {
        const PaymentIntent &was = before.value;
        const auto found = now.constFind(was.id);
        if (found == now.constEnd()) {
            object(QStringLiteral("a payment intent has gone"));
            continue;
        }
        const PaymentIntent &is = found->value;
        if (is.amount != was.amount || is.shift != was.shift || is.registerId != was.registerId)
            object(QStringLiteral("a payment intent is another one"));
        if (was.state == IntentState::Paid && is.state != IntentState::Paid)
            object(QStringLiteral("money that was there is hidden"));
        if (!was.isUndecided() && is.isUndecided())
            object(QStringLiteral("a payment that was decided is open again"));
        if (was.sale && is.sale != was.sale)
            object(QStringLiteral("a payment is for another sale"));
        if (is.refunded < was.refunded || is.refundAsked < was.refundAsked || is.refundAsked < is.refunded ||
            is.amount < is.refundAsked)
            object(QStringLiteral("of a payment more goes back than was paid, or less than had"));
    }
}

} // namespace crema::simulation
