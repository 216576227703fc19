// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

namespace crema::sync {

/// How long to wait after `failures` failures in a row (at least 1): full jitter, random between 0 and
/// min(60 s, 0.5 s × 2ⁿ) (sync.md rule 21).
[[nodiscard]] inline std::int64_t backoffMs(int failures, Randomness &randomness)
{
    constexpr std::uint64_t longestMs = 60'000;
    const int doublings = failures < 8 ? failures : 8;
    const std::uint64_t ceiling = std::uint64_t{500} << doublings;
    return static_cast<std::int64_t>(randomness.below((ceiling < longestMs ? ceiling : longestMs) + 1));
}

} // namespace crema::sync
