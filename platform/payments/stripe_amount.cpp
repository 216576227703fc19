// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/stripe_amount.h"

#include <QStringList>

namespace crema::platform {

std::optional<std::int64_t> stripeAmount(const Money &amount)
{
    constexpr std::int64_t hundred = 100;
    constexpr std::int64_t largest = 99'999'999; // eight digits, says the reference of `amount`
    const QString code = amount.currency().code();
    std::int64_t minor = amount.minor();
    if (minor <= 0 || minor > largest)
        return std::nullopt;
    if (code == u"ISK" || code == u"UGX") {
        minor *= hundred;
    } else if (code == u"MGA") {
        if (minor % hundred != 0)
            return std::nullopt;
        minor /= hundred;
    } else if (amount.currency().exponent() == 3) {
        if (minor % 10 != 0)
            return std::nullopt;
    } else if (amount.currency().exponent() > 3) {
        return std::nullopt;
    }
    return minor <= largest ? std::optional(minor) : std::nullopt;
}

} // namespace crema::platform
