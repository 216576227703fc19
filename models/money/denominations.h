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

/// Every note and coin in everyday use, biggest first; empty for a currency without a table.
[[nodiscard]] QList<Money> notesAndCoins(Currency currency);

/// What a customer may hand over for `due` (greater than zero): the exact amount, then up to three larger amounts,
/// smallest first: rounded up to the smallest note, then single larger notes, then several of them. A currency without
/// a table gives the exact amount only.
[[nodiscard]] QList<Money> quickAmounts(Money due);

/// The change in as few notes and coins as possible, biggest first; empty for a currency without a table or when
/// the smallest coin does not divide the amount.
[[nodiscard]] QList<HandOut> handOut(Money change);

/// The largest note in everyday use; for a currency without a table 500,000 of its units, which no note exceeds.
[[nodiscard]] Money largestNote(Currency currency);

} // namespace crema
