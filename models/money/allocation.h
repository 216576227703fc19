// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"

#include <span>
#include <vector>

namespace crema {

/// Splits `whole` in proportion to `weights` (none negative) by the largest remainder: the parts sum exactly to
/// the whole, each is within one minor unit of its share, and of equal remainders the earlier part gets the
/// unit. A negative whole gives the mirrored parts of the positive one. A part of weight 0 is 0; when all
/// weights are 0 the whole is split evenly. No weights: no parts, and then the whole has to be zero.
[[nodiscard]] std::vector<Money> allocate(Money whole, std::span<const std::int64_t> weights);

} // namespace crema
