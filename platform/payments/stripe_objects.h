// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/payments/payment_provider.h"
#include "platform/payments/stripe_http.h"

namespace crema::platform {

/// What objects of Stripe's API say of the money (docs.stripe.com/api, version 2024-06-20).
namespace stripe {

/// A Checkout Session, its payment intent and charge expanded where it is complete.
[[nodiscard]] ProviderAnswer answerOfSession(const QJsonObject &session);
/// A PaymentIntent, its latest charge expanded. One that waits for a card is open: at a reader somebody has to look.
[[nodiscard]] ProviderAnswer answerOfIntent(const QJsonObject &intent);
/// Whether the intent waits for a card, as one does that was declined.
[[nodiscard]] bool waitsForCard(const QJsonObject &intent);
/// Why the last card was not taken; empty where none was tried.
[[nodiscard]] QString declineOf(const QJsonObject &intent);

/// A request that did not work says this; `isRepeated`: an earlier one may have.
[[nodiscard]] ProviderAnswer answerOfFailure(const StripeReply &reply, bool isRepeated);
/// Whether the key was used with other parameters before, so that something was made by it.
[[nodiscard]] bool isKeyTaken(const StripeReply &reply);

[[nodiscard]] ProviderAnswer unknown(const QString &problem);

} // namespace stripe
} // namespace crema::platform
