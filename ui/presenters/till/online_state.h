// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payments/payment_intent.h"

#include <cstdint>
#include <optional>

namespace crema {

/// What the till knows of online payments while it takes money.
struct OnlineState {
    IntentChannel channel = IntentChannel::Link; ///< that is chosen
    std::optional<Money> askingFor;              ///< while it is being stored
    std::optional<PaymentIntent> intent;         ///< the awaited one, as it was read last
    bool isReading = false;
    bool readsAgain = false; ///< something changed while it was read
    bool isFetching = false;
    std::optional<std::int64_t> noProviderSinceMs; ///< of the monotonic clock: the platform said so then
    std::optional<std::int64_t> noReaderSinceMs;   ///< the same of a card reader beside this register

    /// What is not set up may be by now, and only asking again tells.
    static constexpr std::int64_t believedMs = 600'000;

    [[nodiscard]] bool hasNoProvider(std::int64_t nowMs) const { return isBelieved(noProviderSinceMs, nowMs); }
    [[nodiscard]] bool hasNoReader(std::int64_t nowMs) const { return isBelieved(noReaderSinceMs, nowMs); }

private:
    [[nodiscard]] static bool isBelieved(std::optional<std::int64_t> sinceMs, std::int64_t nowMs)
    {
        return sinceMs && nowMs - *sinceMs < believedMs;
    }
};

} // namespace crema
