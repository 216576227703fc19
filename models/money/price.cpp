// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/price.h"

#include "models/money/checked.h"

#include <QCoreApplication>

namespace crema {

Result<Money> Price::extended(Quantity quantity, Rounding rounding) const
{
    Q_ASSERT(per >= 1);
    const Int128 product = Int128(amount.minor()) * quantity.units();
    const auto minor = checkedDivideRounded(product, per, rounding);
    if (!minor || !fitsWire(*minor)) {
        return failure(
            ProblemKind::Invalid, QStringLiteral("money.overflow"),
            QCoreApplication::translate("Price", "The price times the quantity is more than Crema can hold."),
            QCoreApplication::translate("Price", "Lower the quantity or the price."));
    }
    return Money(*minor, amount.currency());
}

} // namespace crema
