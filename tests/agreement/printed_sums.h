// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"

#include <QStringList>

namespace crema::testing {

/// What somebody comes to who adds up a receipt by what is printed on it.
struct PrintedSums {
    Money goods;   ///< lines and discounts, less what is taken back; with the tax where that stands under them
    Money total;   ///< "Total EUR"
    Money due;     ///< "To pay"; the total where nothing is rounded
    Money rounded; ///< "Rounding"
    Money settled; ///< what was handed over less change, or paid back
    Money net;     ///< of the table of taxes
    Money tax;
    Money gross;

    friend bool operator==(const PrintedSums &, const PrintedSums &) = default;
};

/// Reads the lines of a receipt in English.
[[nodiscard]] PrintedSums readPrinted(const QStringList &lines, Currency currency);

} // namespace crema::testing
