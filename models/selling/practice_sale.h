// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

namespace crema {

/// Stands where a receipt has its number on what was only practised (ADR 058). No register has a number of this form.
inline constexpr QLatin1String practiceNumber("TRAINING");

[[nodiscard]] inline bool isPractice(const Sale &sale)
{
    return sale.number == practiceNumber;
}

} // namespace crema
