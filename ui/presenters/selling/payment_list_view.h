// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen of online payments draws: finished, translated texts and the few values that decide how they look.
#pragma once

#include "ui/presenters/devices/device_fact.h"
#include "ui/presenters/selling/sale_list_view.h"
#include "ui/presenters/table/data_column.h"

namespace crema {

/// One online payment in a list.
struct PaymentRow {
    QString id; ///< what a row is known by
    CellBadge state;
    QString amountText;
    QString wayText;      ///< "Card by link"
    QString whoText;      ///< who asked for it; may be empty
    QString timeText;     ///< "11 min ago"
    QString exactText;    ///< "Friday, 20 November 2026, 10:42:08"
    QString registerText; ///< "Till 1"; empty when it is not known here
    QString saleText;     ///< the receipt number of what it pays; empty: nothing
    QString problemText;  ///< may be empty
    bool needsSomebody = false;

    bool operator==(const PaymentRow &) const = default;
};

struct PaymentDetail {
    PaymentRow row;
    QString sentence; ///< what its state means and what to do
    QList<DeviceFact> facts;

    bool operator==(const PaymentDetail &) const = default;
};

/// What a manager is asked before it is decided about a payment.
struct PaymentQuestion {
    QString title;   ///< "€12.90 was paid"
    QString meaning; ///< what follows from it
    QString verb;    ///< "Note it as paid"

    bool operator==(const PaymentQuestion &) const = default;
};

} // namespace crema
