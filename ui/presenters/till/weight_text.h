// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/money/quantity.h"
#include "models/settings/weighing.h"

#include <QLocale>

namespace crema {

/// The heaviest that is typed for one line, in grams.
inline constexpr std::int64_t maxTypedGrams = 99'999;

/// "250 g", "0.250 kg".
[[nodiscard]] QString weightText(Quantity grams, WeightUnit unit, const QLocale &locale);

/// Reads what somebody typed: "250", "0.25", "0,250 kg", "250 g". Without a unit it is that of the shop; a point and a
/// comma both part the decimals. Errors, with what to do: `weight.unreadable`, `weight.nothing`, `weight.too_heavy`.
[[nodiscard]] Result<Quantity> readWeight(const QString &typed, WeightUnit unit, const QLocale &locale);

} // namespace crema
