// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payments/payment_intent.h"

#include <functional>

namespace crema::platform {

/// The intents of all companies of this platform, for whoever talks to the provider about them.
class IntentStore
{
public:
    virtual ~IntentStore() = default;

    /// Those about which the provider has to be asked at `now`, the longest due first: wanted, given up, to be paid back,
    /// or undecided and not asked about for a while. Nobody else gets the same ones for some time.
    [[nodiscard]] virtual QList<PaymentIntent> due(UtcTime now, int limit) = 0;
    /// What `step` makes of the intent as it stands now, in one transaction with the news for all devices; nothing
    /// where there is none with this id. A step that changes nothing writes nothing.
    virtual std::optional<PaymentIntent> change(PaymentIntentId id,
                                                const std::function<PaymentIntent(const PaymentIntent &)> &step) = 0;
    /// The provider's name of the reader beside this register; empty where there is none.
    [[nodiscard]] virtual QString readerOf(RegisterId reg) = 0;
};

} // namespace crema::platform
