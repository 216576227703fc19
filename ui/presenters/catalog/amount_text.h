// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/money/money.h"

namespace crema::presenters {

/// What the whole numbers of a file's price column count. Files with a decimal mark anywhere in the column
/// count major units: in them "12" is 12.00.
enum class AmountUnit { Minor, Major };

/// Whether this text has a decimal mark, which shows that its column counts major units.
[[nodiscard]] bool hasDecimalMark(QStringView text);

/// Reads "1290" (minor) or "12.90", "12,9", "12" (major) as money, not negative and within Money's range on the wire.
/// Errors: `amount.unreadable`, `amount.decimals` (more than the currency has), `amount.too_large`.
[[nodiscard]] Result<Money> readAmount(QStringView text, AmountUnit unit, Currency currency);

} // namespace crema::presenters
