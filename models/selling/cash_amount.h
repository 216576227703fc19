// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/money/money.h"

#include <optional>

namespace crema {

/// Whether so much cash can be meant for what is due: a slip of a few digits shall not become a sale. Nothing when it
/// is a usual amount. Errors: `payment.unusual` when the change is as much as the largest note or more, so that a note
/// too many lies there: a person may say that it is right; `payment.too_much` when it is more than ten of them.
/// Both amounts in one currency, `tendered` at least `due`.
[[nodiscard]] std::optional<Problem> doubtCash(Money due, Money tendered);

} // namespace crema
