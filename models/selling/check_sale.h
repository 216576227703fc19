// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

#include <QStringList>

namespace crema {

/// Recomputes the sums of a sale as it was recorded and names what does not agree, as stable codes for the reviewing
/// manager: `sale.number_malformed`, `sale.no_lines`, `sale.currency_mixed` (also for amounts past ±maxMinor; nothing
/// else is computed then), `sale.quantity_range`, `sale.line_mismatch` (price × quantity − discounts, or net + tax ≠
/// gross of a line), `sale.discount_mismatch` (shares of the lines ≠ discounts of the cart), `sale.line_sum_mismatch`
/// (lines − what is taken back ≠ total), `sale.return_mismatch` (of something that is taken back net + tax ≠ gross, an
/// amount below zero, a fee beyond what it had cost, or a line without its sale), `sale.tax_mismatch` (a rate's summary
/// ≠ its lines, or its tax is not what the rate gives), `sale.payment_mismatch` (payments ≠ total + rounding, tendered
/// − change ≠ amount + tip, change on what is not cash, or money paid back where nothing is taken back),
/// `sale.rounding_mismatch` (rounding without cash), `sale.tip_beyond` (a tip that is below zero or more than what it
/// was given on top of), `sale.modifier_mismatch` (modifiers that come to more than the price of their line),
/// `sale.gift_card_taxed` (tax on a line that sells a gift card), `sale.bundle_mismatch` (what a bundle took off a line
/// is not its first discount, or lines of one place are of different bundles). Empty when everything adds up. Takes any
/// sale, also one that no codec has seen.
[[nodiscard]] QStringList checkSale(const Sale &sale);

} // namespace crema
