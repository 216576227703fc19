// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/catalog/tax_class.h"
#include "models/selling/sale.h"

namespace crema {

/// The tax of one rate on the summed amount of that rate, rounded once, half away from zero (standards.md
/// section 1): with tax inside, tax = gross × rate ÷ (100 % + rate); with tax on top, tax = net × rate.
/// net + tax = gross holds always. Amounts within ±maxMinor.
[[nodiscard]] TaxSummary taxOf(Money amount, TaxRate rate, PricesInclude pricesInclude);

/// What is taxed by the class that its product names, or by the company's default. Nothing is ever taxed by a guess.
/// Errors: `sale.tax_missing`: this class is not among `known`, which is what a device holds of the company's.
[[nodiscard]] Result<TaxClass> taxClassFor(const std::optional<TaxClassId> &named, const QList<TaxClass> &known);

} // namespace crema
