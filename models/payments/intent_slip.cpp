// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/payments/intent_slip.h"

#include "models/feed/selling_limits.h"

namespace crema {

std::optional<CardSlip> slipOf(const PaymentIntent &intent)
{
    if (intent.brand.isEmpty() && intent.lastDigits.isEmpty())
        return std::nullopt;
    CardSlip slip{intent.brand.left(codec::limit::brand), intent.lastDigits.left(codec::limit::reference - 1)};
    if (!slip.brand.isEmpty())
        slip.brand.front() = slip.brand.front().toUpper();
    if (!slip.reference.isEmpty())
        slip.reference.prepend(QStringLiteral("…"));
    return slip;
}

} // namespace crema
