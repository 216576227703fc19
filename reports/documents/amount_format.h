// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"

#include <QLocale>

namespace crema::documents {

/// "1,234.50" in the locale's digits and separators, without a symbol; a hyphen stands for minus, because every
/// printer has it.
[[nodiscard]] QString plainAmount(const Money &money, const QLocale &locale);

/// "€4.30", "−4,05 €": with the currency's symbol where the locale puts it and a real minus in front. QLocale's own
/// currency text writes parentheses for negative amounts in some locales (ux.md 2.16).
[[nodiscard]] QString amountText(const Money &money, const QLocale &locale);

/// "19 %", "7.7 %"; `tenThousandths` as in TaxRate.
[[nodiscard]] QString percentText(std::int32_t tenThousandths, const QLocale &locale);

} // namespace crema::documents
