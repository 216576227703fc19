// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/rounding.h"

#include <QtGlobal>

#include <limits>

namespace crema {

namespace {

bool goesAwayFromZero(Int128 quotient, Int128 remainder, Int128 denominator, bool negative, Rounding rounding)
{
    // Compared without doubling the remainder, which could overflow.
    const Int128 missing = denominator - remainder;
    const bool moreThanHalf = remainder > missing;
    const bool half = remainder == missing;
    switch (rounding) {
    case Rounding::HalfAwayFromZero: return moreThanHalf || half;
    case Rounding::HalfToEven: return moreThanHalf || (half && quotient % 2 != 0);
    case Rounding::HalfTowardsZero: return moreThanHalf;
    case Rounding::Down: return false;
    case Rounding::Up: return remainder != 0;
    case Rounding::Floor: return negative && remainder != 0;
    case Rounding::Ceiling: return !negative && remainder != 0;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<std::int64_t> checkedDivideRounded(Int128 numerator, Int128 denominator, Rounding rounding)
{
    Q_ASSERT(denominator > 0);
    const bool negative = numerator < 0;
    Int128 quotient = numerator / denominator;
    const Int128 rest = numerator % denominator;
    const Int128 remainder = negative ? -rest : rest;
    if (goesAwayFromZero(quotient, remainder, denominator, negative, rounding))
        quotient += negative ? -1 : 1;
    if (quotient > std::numeric_limits<std::int64_t>::max() || quotient < std::numeric_limits<std::int64_t>::min())
        return std::nullopt;
    return static_cast<std::int64_t>(quotient);
}

std::int64_t divideRounded(Int128 numerator, Int128 denominator, Rounding rounding)
{
    const auto quotient = checkedDivideRounded(numerator, denominator, rounding);
    Q_ASSERT_X(quotient, "divideRounded", "the quotient does not fit 64 bits");
    return *quotient;
}

} // namespace crema
