// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/promotion.h"
#include "models/selling/sale.h"

namespace crema {

/// Whether what a sale says that a promotion gave is something that this promotion, as it is known now, may give there,
/// then and to them. A till that has not heard of a change for a while sells by the promotion of before: it is looked
/// at, never refused. Days are held against UTC and a day on either side, hours are not looked at.
[[nodiscard]] bool isDoubtful(const SaleDiscount &given, const Sale &sale, const std::optional<Promotion> &promotion);

/// All that promotions gave in a sale, at lines and at the cart.
[[nodiscard]] QList<SaleDiscount> givenByPromotions(const Sale &sale);

} // namespace crema
