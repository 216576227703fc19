// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/money/money.h"

#include <QStringView>

namespace crema {

/// Reads amounts as people type them (ux.md 2.11): "12,5", "12.5", "1.234,50", "1'234.50", "-3", "3*12", also with the
/// currency's ISO code or € $ £ before or behind. The last of '.' and ',' is the decimal sign when it stands once and
/// at most as many digits as the currency has follow it; three digits behind a lone sign group thousands, unless the
/// currency itself has three or more. "N*AMOUNT" multiplies by a whole number of at most six digits.
class MoneyInput
{
public:
    /// Errors: `money.input` for what is no amount, `money.decimals` for more digits than the currency has,
    /// `money.overflow` past ±maxMinor. Nothing is ever rounded.
    [[nodiscard]] static Result<Money> parse(QStringView text, Currency currency);
};

} // namespace crema
