// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

#include <QLocale>
#include <QStringList>

namespace crema {

/// Why a line costs what it costs: one sentence for each step of the computation, in its order. Empty without such a
/// line. Works on what the rules made of a cart as well as on a sale of the past.
[[nodiscard]] QStringList priceStepsOfLine(const Sale &sale, qsizetype line, const QLocale &locale);

/// The same for all of it: what the lines cost together, what is taken off, the tax and the rounding.
[[nodiscard]] QStringList priceStepsOfSale(const Sale &sale, const QLocale &locale);

} // namespace crema
