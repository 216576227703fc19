// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

namespace crema::codec {

/// How long the texts and lists of a sale may be, in UTF-16 units and entries (docs/wire.md).
namespace limit {

inline constexpr qsizetype lines = 1'000;
inline constexpr qsizetype returns = 1'000;
inline constexpr qsizetype discounts = 50;
inline constexpr qsizetype taxes = 50;
inline constexpr qsizetype payments = 50;
inline constexpr qsizetype modifiers = 50;
inline constexpr qsizetype pieces = 100;
inline constexpr qsizetype late = 1'000;
inline constexpr qsizetype label = 200;
inline constexpr qsizetype text = 1'000;
inline constexpr qsizetype options = 2'000;
inline constexpr qsizetype note = 1'000;
inline constexpr qsizetype reason = 200;
inline constexpr qsizetype number = 60;
inline constexpr qsizetype coupon = 60;
inline constexpr std::int64_t points = 1'000'000'000; ///< of a customer, in one sale
inline constexpr qsizetype brand = 60;
inline constexpr qsizetype reference = 100;        ///< of a card slip
inline constexpr std::int64_t per = 1'000'000'000; ///< base quantity of a price

} // namespace limit

/// Whether this may be the note of a sale, a line or a parked cart: plain, of several lines perhaps, at most
/// limit::note long.
[[nodiscard]] bool isNote(const QString &text);

[[nodiscard]] bool hasOneCurrency(const Sale &sale);

} // namespace crema::codec
