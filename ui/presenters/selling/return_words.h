// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/return_rules.h"

#include <QStringList>

namespace crema::presenters {

/// A return as one line of words describes it.
struct ReturnWords {
    QString number;                  ///< of the receipt, or the id of the sale; empty: without a receipt
    QStringList lines;               ///< as readReturnLine() reads them; none: all that is left
    QString to;                      ///< "original", "cash", "store_credit" or "gift_card"; empty: original
    QString reason;                  ///< may be empty
    QString note;                    ///< for staff
    std::optional<std::int64_t> fee; ///< kept of all together, in minor units
    bool restock = true;
    QStringList withoutReceipt = {}; ///< as readUnreceipted() reads them
    QStringList bought = {};         ///< in exchange, as readLineWords() reads them
    QStringList tenders = {};        ///< as readTenderWords() reads them
    QString giftCard = {};           ///< to which it goes, as GiftCardsPresenter::find() takes it
    QString customerNote = {};       ///< for the customer, on the receipt
};

/// What comes back without a receipt as people name it: "BEANS-1", "BEANS-1*250:450".
struct UnreceiptedWords {
    QString code;
    Quantity quantity{1};
    std::optional<std::int64_t> minor; ///< what one piece, or a weighed item's priced amount, is credited with
};

/// A line of a receipt as people name it: "2" or "2*3".
struct ReturnLineWords {
    std::int32_t line = 0;            ///< from 0
    std::optional<Quantity> quantity; ///< nothing: all that is left of it
};

/// Reads LINE or LINE*QUANTITY, with 1 for the first line. Errors: `return.unreadable`.
[[nodiscard]] Result<ReturnLineWords> readReturnLine(const QString &text);

/// Reads CODE[*QUANTITY][:MINOR]. Errors: those of readLineWords(), `return.price`.
[[nodiscard]] Result<UnreceiptedWords> readUnreceipted(const QString &text);

/// What comes back of a sale, with the fee shared by what each had cost. Errors: `return.unreadable`, `return.no_line`,
/// `return.exceeds` where nothing is left, `return.fee`, and those of takeBack().
[[nodiscard]] Result<QList<ReturnPick>> picksOf(const ReturnWords &words, const Sale &sale, const QList<Sale> &earlier);

} // namespace crema::presenters
