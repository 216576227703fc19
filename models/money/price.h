// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"
#include "models/money/quantity.h"
#include "models/money/rounding.h"

namespace crema {

/// Money per base quantity, so that prices below one minor unit stay whole: 24.90 EUR per 1000 g is
/// {2490, EUR, 1000}. Only the extended line is rounded.
struct Price {
    Money amount;         ///< not negative
    std::int64_t per = 1; ///< at least 1, in the variant's smallest unit

    /// amount × quantity ÷ per, rounded once; computed in 128 bits.
    /// Errors: `money.overflow` when the result does not fit.
    [[nodiscard]] Result<Money> extended(Quantity quantity, Rounding rounding = Rounding::HalfAwayFromZero) const;

    friend bool operator==(const Price &, const Price &) = default;
};

} // namespace crema
