// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"
#include "models/selling/sale.h"

namespace crema {

/// Payment intents (ADR 061): a till asks for money, gives that up, and a manager says what nobody else knows. What the
/// provider answers comes from the platform alone (afterAnswer()); which document an intent pays is in the document.
///
/// That somebody asked or gave up is a fact: it is never refused, and what cannot be asked for fails at the intent.
[[nodiscard]] Effect applyPaymentAsk(const Operation &operation, Aggregates &aggregates, MergeMode mode);
/// Review: `payment.unknown`. What is decided stays as it is.
[[nodiscard]] Effect applyPaymentCancel(const Operation &operation, Aggregates &aggregates, MergeMode mode);
/// Refused as afterVerdict() does.
[[nodiscard]] Effect applyPaymentSettle(const Operation &operation, Aggregates &aggregates, MergeMode mode);

/// Notes at the intents of a sale that it is what they pay, and what goes back of them: it happened, so it is never
/// refused. `payment.unknown` (no such intent, or none is named), `payment.not_paid`, `payment.used_twice`,
/// `payment.given_back`, `payment.amount` and `payment.refund_beyond` are appended to `reviews`, where each stands once
/// in the end.
void bookIntents(const Sale &sale, Aggregates &aggregates, QStringList &reviews);
/// `payment.open` for a shift that was closed over an intent of which nobody knew what became of it.
void reviewOpenIntents(ShiftId shift, Aggregates &aggregates, QStringList &reviews);

} // namespace crema
