// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/payments/payment_provider.h"

namespace crema::platform {

/// What a desk asks of a provider.
enum class DeskCall { Ask, Status, Cancel, Refund };

/// "ask", "status", "cancel", "refund"; for logs and metrics.
[[nodiscard]] const char *deskCallText(DeskCall call);

/// Hears what a desk does, for figures and the log. Any thread.
class DeskWatcher
{
public:
    virtual ~DeskWatcher() = default;

    /// The provider was asked; `ms` is how long it took.
    virtual void asked(DeskCall call, std::int64_t ms, bool isAnswered) = 0;
    /// An intent stands otherwise than before.
    virtual void changed(const PaymentIntent &before, const PaymentIntent &after) = 0;
    /// The provider does not pay back: a person has to.
    virtual void refundRefused(const PaymentIntent &intent, const QString &problem) = 0;
};

} // namespace crema::platform
