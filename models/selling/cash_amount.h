// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/money/cash_rounding.h"

#include <optional>

namespace crema {

struct Location;

/// How cash is rounded at a place; before there is one, by the currency `otherwise` alone.
[[nodiscard]] CashRounding cashRoundingAt(const std::optional<Location> &location, Currency otherwise);

/// Whether so much cash can be meant for what is due: a slip of a few digits shall not become a sale. Nothing when it
/// is a usual amount. Errors: `payment.unusual` when the change is as much as the largest note or more, so that a note
/// too many lies there: a person may say that it is right; `payment.too_much` when it is more than ten of them.
/// Both amounts in one currency, `tendered` at least `due`.
[[nodiscard]] std::optional<Problem> doubtCash(Money due, Money tendered);

} // namespace crema
