// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen of a return draws: finished, translated texts and the few values that decide how they look.
#pragma once

#include "models/catalog/variant.h"
#include "ui/presenters/till/till_view.h"

#include <QList>
#include <QString>

namespace crema {

/// Where a return stands.
enum class ReturnStep {
    Closed,
    Choosing, ///< what comes back of a sale, and how it is paid back; also while the sale is read
    Done,     ///< it is recorded
};

/// One line of the sale, and what of it comes back now.
struct ReturnLineView {
    QString name;
    QString detail; ///< options and SKU; may be empty
    QString soldText;
    QString returnedText; ///< what came back before; empty: nothing
    QString leftText;     ///< what may come back yet
    QString worthText;    ///< what all that is left had cost
    Unit unit = Unit::Piece;
    std::int64_t left = 0;
    std::int64_t quantity = 0; ///< what comes back now, 0 to left
    QString reason;            ///< as it is recorded; empty: none was given
    QString reasonText;        ///< as people read it
    bool restock = true;
    QString feeText;    ///< as it was typed
    QString feeProblem; ///< why that is no amount; may be empty

    bool operator==(const ReturnLineView &) const = default;
};

struct ReturnReasonChoice {
    QString reason; ///< as it is recorded; empty: none
    QString text;

    bool operator==(const ReturnReasonChoice &) const = default;
};

/// What the return comes to.
struct ReturnSums {
    QList<AmountRow> rows;     ///< what comes back, what is kept of it, rounding
    QList<AmountRow> payments; ///< what is paid back, by method
    QString totalText;         ///< what is paid back in all
    bool isPaid = false;       ///< something is paid back

    bool operator==(const ReturnSums &) const = default;
};

/// What a person says yes to. The answer that is safe stands first.
struct ReturnQuestion {
    QString title; ///< "Pay back €8.60 for sale MAIN-2-000123?"
    QList<AmountRow> payments;
    QString yes; ///< "Pay back €8.60"
    QString no;
};

/// A return that is recorded.
struct ReturnDone {
    QString number; ///< of its own receipt
    QString title;  ///< "Return MAIN-2-000124 is saved."
    bool hasCash = false;
    QString cashText;         ///< what is handed out in cash
    QStringList handOut;      ///< "1 × €10", biggest first
    QList<AmountRow> byOther; ///< what goes back by other methods
    QString otherHint;        ///< what a person does about these; empty without any

    bool operator==(const ReturnDone &) const = default;
};

} // namespace crema
