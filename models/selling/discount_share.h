// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

namespace crema {

/// How much of what a sale would have come to its discounts took off, in ten-thousandths, 0 to 10,000, rounded up. Each
/// discount may be a minor unit more than its rate gives, because it was rounded. A sale whose amounts make no sense
/// has everything taken off.
[[nodiscard]] std::int32_t discountShare(const Sale &sale);

} // namespace crema
