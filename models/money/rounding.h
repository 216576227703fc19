// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace crema {

__extension__ using Int128 = __int128;

/// How a quotient that is not whole becomes whole.
enum class Rounding {
    HalfAwayFromZero, ///< 2.5 → 3, −2.5 → −3: invoices and tills (standards.md section 1)
    HalfToEven,       ///< 2.5 → 2, 3.5 → 4
    HalfTowardsZero,  ///< 2.5 → 2, −2.5 → −2
    Down,             ///< towards zero
    Up,               ///< away from zero
    Floor,            ///< towards minus infinity
    Ceiling,          ///< towards plus infinity
};

/// numerator ÷ denominator as a whole number. `denominator` is greater than 0; the quotient must fit.
[[nodiscard]] std::int64_t divideRounded(Int128 numerator, Int128 denominator, Rounding rounding);

/// The same for numbers that come from outside: nothing when the quotient does not fit an int64.
[[nodiscard]] std::optional<std::int64_t> checkedDivideRounded(Int128 numerator, Int128 denominator, Rounding rounding);

} // namespace crema
