// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/quantity.h"
#include "models/selling/sale.h"

namespace crema::presenters {

/// A line as people type it: "4006381333931" or "BEANS-1*250".
struct LineWords {
    QString code;
    Quantity quantity{1};
};

/// A tender as people type it: "cash:2000".
struct TenderWords {
    PaymentMethod method = PaymentMethod::Cash;
    std::int64_t minor = 0;
};

/// Reads CODE or CODE*QUANTITY. The quantity is in the smallest unit, from 1 to Quantity::maxLine.
/// Errors: `line.no_code`, `line.quantity`.
[[nodiscard]] Result<LineWords> readLineWords(const QString &text);

/// Reads METHOD:MINOR, more than zero. Errors: `tender.unreadable`, `tender.method`, `tender.amount`.
[[nodiscard]] Result<TenderWords> readTenderWords(const QString &text);

} // namespace crema::presenters
