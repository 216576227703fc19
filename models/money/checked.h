// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json.h"
#include "models/money/money.h"

#include <optional>
#include <span>

namespace crema {

/// The largest amount, in minor units, that can be written on the wire.
inline constexpr std::int64_t maxMinor = json::maxInteger;

/// Whether the amount lies within ±maxMinor.
[[nodiscard]] inline bool fitsWire(std::int64_t minor)
{
    return minor >= -maxMinor && minor <= maxMinor;
}

/// a + b for amounts from outside: nothing when the currencies differ or the sum is beyond ±maxMinor.
[[nodiscard]] std::optional<Money> checkedAdd(const Money &a, const Money &b);

/// The sum of amounts from outside, zero of `currency` for none: nothing when one has another currency or
/// when any partial sum is beyond ±maxMinor.
[[nodiscard]] std::optional<Money> checkedSum(std::span<const Money> amounts, Currency currency);

} // namespace crema
