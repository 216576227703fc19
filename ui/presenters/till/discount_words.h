// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "sync/client/sale_draft.h"

#include <QLocale>

namespace crema {

/// "10 % off: Damaged", "€2.00 off: Regular guest".
[[nodiscard]] QString discountText(const sync::DiscountDraft &discount, const QLocale &locale);

/// Reads what a person typed: "12.5%" and "12,5 %" are a rate, "2.50" is an amount as MoneyInput reads it.
/// Errors: `discount.range`.
[[nodiscard]] Result<sync::DiscountDraft> readDiscount(const QString &text, Currency currency, const QLocale &locale);

/// The same where amounts are typed in digits alone: "250" is that many minor units. Errors: `discount.range`.
[[nodiscard]] Result<sync::DiscountDraft> readMinorDiscount(const QString &text, Currency currency);

} // namespace crema
