// SPDX-License-Identifier: GPL-3.0-or-later
// What people read of an online payment, wherever they meet it: at the till, on its page, at a sale.
#pragma once

#include "models/payments/payment_intent.h"
#include "ui/presenters/table/data_column.h"

namespace crema {

/// "Card by link", "Card reader".
[[nodiscard]] QString intentChannelName(IntentChannel channel);
/// How it stands: "Customer pays", "Outcome unknown", "Paid, for no sale".
[[nodiscard]] CellBadge intentBadge(const PaymentIntent &intent);
/// What that means, and what is to be done.
[[nodiscard]] QString intentSentence(const PaymentIntent &intent);
/// Why nothing was taken: "The card was declined."; empty where there is nothing to say.
[[nodiscard]] QString intentProblemText(const PaymentIntent &intent);
/// "Visa …4242"; empty until that is known.
[[nodiscard]] QString intentCardText(const PaymentIntent &intent);

} // namespace crema
