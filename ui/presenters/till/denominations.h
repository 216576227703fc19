// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"

#include <QList>

namespace crema {

/// How often one note or coin is handed out.
struct HandOut {
    Money piece;
    std::int64_t count = 0;

    bool operator==(const HandOut &) const = default;
};

/// What a customer may hand over for `due` (greater than zero): the exact amount, then up to three larger amounts
/// that notes of the currency make up, smallest first. A currency without a table gives the exact amount only.
[[nodiscard]] QList<Money> quickAmounts(Money due);

/// The change in as few notes and coins as possible, biggest first; empty for a currency without a table or when
/// the smallest coin does not divide the amount.
[[nodiscard]] QList<HandOut> handOut(Money change);

} // namespace crema
