// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"
#include "models/money/rounding.h"

namespace crema {

/// What is paid in coins for an amount: due = amount + difference.
struct CashDue {
    Money due;
    Money difference;

    friend bool operator==(const CashDue &, const CashDue &) = default;
};

/// How what remains for cash is rounded to the smallest coin (standards.md section 2). Never used on lines,
/// tax or cards.
struct CashRounding {
    std::int64_t increment = 1; ///< smallest coin in minor units; 1: no rounding
    Rounding mode = Rounding::HalfAwayFromZero;

    /// The custom of a country (ISO 3166-1 alpha-2; it decides for EUR only) and its currency.
    [[nodiscard]] static CashRounding of(Currency currency, QStringView country = {});

    /// Refunds (negative amounts) round by the same table, mirrored.
    [[nodiscard]] CashDue roundForCash(Money amount) const;

    friend bool operator==(const CashRounding &, const CashRounding &) = default;
};

} // namespace crema
