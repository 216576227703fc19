// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payments/payment_intent.h"

#include <functional>

namespace crema::platform {

/// An intent about which the provider has to be asked, with what the desk knows beside it.
struct DueIntent {
    PaymentIntent intent;
    std::optional<UtcTime> firstAskedAt; ///< nothing: the provider has not heard of it
    int tries = 0;                       ///< in a row that had no answer
};

/// The intents of all companies of this platform, for whoever talks to the provider about them. Any thread; several
/// platforms may work with the same ones.
class IntentStore
{
public:
    virtual ~IntentStore() = default;

    /// Those about which the provider has to be asked at `now`, the longest due first: wanted, given up, to be paid
    /// back, or undecided and not asked about for a while. Nobody else gets the same ones until `claimedUntil`.
    [[nodiscard]] virtual QList<DueIntent> due(UtcTime now, UtcTime claimedUntil, int limit) = 0;
    /// Notes, before it happens, that the provider is asked for the first time. Gives when that was: an earlier note
    /// stays.
    [[nodiscard]] virtual UtcTime beginAsking(PaymentIntentId id, UtcTime now) = 0;
    /// Notes, before it happens, that so much is given back while `before` of it has gone back already. Gives the
    /// amount of the first note for that, which is the one to be given back.
    [[nodiscard]] virtual Money beginRefund(PaymentIntentId id, const Money &before, const Money &amount) = 0;
    /// What `step` makes of the intent as it stands now, in one transaction with the news for all devices; nothing
    /// where there is none with this id. A step that changes nothing writes nothing.
    virtual std::optional<PaymentIntent> change(PaymentIntentId id,
                                                const std::function<PaymentIntent(const PaymentIntent &)> &step) = 0;
    /// Its next turn, or nothing more to ask; ends the claim. What somebody wanted of it meanwhile is due all the same.
    virtual void putOff(PaymentIntentId id, std::optional<UtcTime> nextAt, int tries) = 0;
    /// The provider's name of the reader beside this register; empty where there is none.
    [[nodiscard]] virtual QString readerOf(RegisterId reg) = 0;
};

} // namespace crema::platform
