// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

namespace crema {

/// What a customer's documents come to.
struct Purchases {
    std::int64_t visits = 0;     ///< documents that sold something
    std::int64_t returns = 0;    ///< documents that only took something back
    QList<Money> spent;          ///< one for each currency, in the order of their codes; what was taken back is off it
    std::optional<UtcTime> last; ///< when they bought last

    friend bool operator==(const Purchases &, const Purchases &) = default;
};

/// What was put on a gift card is spent when somebody pays with it, and not counted twice.
[[nodiscard]] Purchases purchasesOf(const QList<Sale> &sales);

} // namespace crema
