// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/money/money.h"

#include <QLocale>
#include <QStringView>

namespace crema {

/// Reads amounts as people type them (ux.md 2.11): "12,5", "12.5", "1,234.50" where commas group, "1'234.50", "-3",
/// "3*12", also with the currency's ISO code or € $ £ before or behind. Both '.' and ',' may be the decimal sign.
/// One of them groups thousands only where it does so in this locale and sets off three digits each time: "1.005" is a
/// thousand and five in German and one digit too many in English. "N*AMOUNT" multiplies by a whole number of at most
/// six digits.
class MoneyInput
{
public:
    /// Errors: `money.input` for what is no amount, `money.decimals` for more digits than the currency has,
    /// `money.overflow` past ±maxMinor. Nothing is ever rounded.
    [[nodiscard]] static Result<Money> parse(QStringView text, Currency currency, const QLocale &locale);
};

} // namespace crema
