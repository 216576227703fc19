// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace crema::terminal {

/// Whether a text consists of the digits 0 to 9 and is not empty.
[[nodiscard]] bool isNumber(QStringView text);

/// An amount typed in digits only, as minor units: "10000" is 100.00. Nothing for other texts and for amounts longer
/// than nine digits, which nobody hands over.
[[nodiscard]] std::optional<std::int64_t> typedAmount(QStringView text);

} // namespace crema::terminal
