// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace crema::platform {

/// Who takes card payments for this platform.
enum class ProviderKind { None, Stripe, Simulated };

/// How it is reached, as whoever runs the platform said (docs/payments.md). Keys never come into a log.
struct PaymentSettings {
    QString provider;            ///< PAYMENT_PROVIDER: stripe, simulated, none; empty: whatever the rest says
    QString stripeKey;           ///< STRIPE_SECRET_KEY
    QString stripeWebhookSecret; ///< STRIPE_WEBHOOK_SECRET; empty: no webhook is believed
    QString stripeBase;          ///< STRIPE_API_BASE; empty: Stripe's own
    QString publicUrl;           ///< CREMA_PUBLIC_URL: where customers reach this platform
};

/// The settings with what is left out filled in, so far as they can work. Errors: `usage.payments`, which names the
/// variable and never says what a secret is.
[[nodiscard]] Result<PaymentSettings> checkedPaymentSettings(PaymentSettings settings);

/// Who it is by these settings, which are checked. A shop that tries things out has the simulated one where nothing
/// else is said.
[[nodiscard]] ProviderKind providerKind(const PaymentSettings &settings, bool isDemo);

} // namespace crema::platform
