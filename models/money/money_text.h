// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"

#include <QLocale>

namespace crema {

/// For machines, logs and problem texts: "-12.50 EUR". No grouping, a point, ASCII.
[[nodiscard]] QString plainMoney(Money money);

/// The number alone for machines: "-12.50".
[[nodiscard]] QString plainAmount(Money money);

/// For people: the locale's digits, separators and place of the sign; a minus before everything, never
/// parentheses; no-break blanks inside. An amount of another currency than the store's carries its ISO code, since
/// several currencies share one symbol.
[[nodiscard]] QString formatMoney(Money money, const QLocale &locale, Currency storeCurrency);

/// The number as the locale writes it, without currency, for columns whose header names it.
[[nodiscard]] QString formatAmount(Money money, const QLocale &locale);

} // namespace crema
