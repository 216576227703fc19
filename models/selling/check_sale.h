// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

#include <QStringList>

namespace crema {

/// Recomputes the sums of a sale as it was recorded and names what does not agree, as stable codes for the reviewing
/// manager: `sale.line_mismatch` (net + tax ≠ gross of a line), `sale.line_sum_mismatch` (lines ≠ total),
/// `sale.tax_mismatch` (a rate's summary ≠ its lines, or its tax is not what the rate gives), `sale.payment_mismatch`
/// (payments ≠ total + rounding, or tendered − change ≠ amount), `sale.rounding_mismatch` (rounding without cash).
/// Empty when everything adds up. The sale has one currency (models/feed/entity_codec.h sees to it).
[[nodiscard]] QStringList checkSale(const Sale &sale);

} // namespace crema
