// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

#include <QHash>
#include <QUuid>

namespace crema {

/// The points of one customer: the sum of what their documents moved, and of what managers adjusted (ADR 062).
struct LoyaltyAccount {
    CustomerId id;           ///< the customer's
    std::int64_t points = 0; ///< below zero where more were taken than there were (review)

    friend bool operator==(const LoyaltyAccount &, const LoyaltyAccount &) = default;
};

enum class PointsEntryKind {
    Earned,   ///< by the lines of a sale
    Taken,    ///< for a discount of its cart
    Returned, ///< with what came back: what was earned by it is taken off, what was taken for it is given back
    Adjusted, ///< by a manager, with a reason
};

/// "earned", "taken", "returned", "adjusted"; stable, as stored and sent.
[[nodiscard]] QString pointsEntryKindText(PointsEntryKind kind);

/// One movement of an account. It follows from its document and is never changed.
struct PointsEntry {
    static constexpr qsizetype longestReason = 200; ///< in UTF-16 units

    CustomerId customer;
    QUuid document;         ///< the sale, or the operation that adjusted
    std::int32_t place = 0; ///< among the entries of the document, from 0
    PointsEntryKind kind = PointsEntryKind::Earned;
    std::int64_t points = 0; ///< that it adds; below zero: it takes away
    QString reason;          ///< of an adjustment
    UtcTime at;

    friend bool operator==(const PointsEntry &, const PointsEntry &) = default;
};

/// What the lines of a sale earned, without what its returns moved.
[[nodiscard]] std::int64_t earnedBy(const Sale &sale);
/// What its discounts took; not negative.
[[nodiscard]] std::int64_t takenBy(const Sale &sale);

/// What a sale moves on the account of its customer; nothing where it names nobody.
[[nodiscard]] QList<PointsEntry> pointsEntriesOf(const Sale &sale);

/// The account with this entry. What cannot be held is left out, as in the sums of a shift.
[[nodiscard]] LoyaltyAccount withEntry(LoyaltyAccount account, const PointsEntry &entry);

/// How much of each line of a sale came back, by the line's place, in the variant's smallest unit.
using UnitsBack = QHash<std::int32_t, std::int64_t>;

/// What goes onto the account of its customer (mostly below zero) when so much of a sale has come back: of what it
/// earned and of what it took the part that comes back of its goods, by what they cost before the cart's discounts,
/// each rounded down. All of it is exactly what the sale moved, with the other sign.
[[nodiscard]] std::int64_t pointsBackUpTo(const Sale &sale, const UnitsBack &units);

/// `returns` with the points that go with each of those that come from `sale`: what is due for all that came back so
/// far less what `earlier` documents moved for it, so that a sale that comes back in parts moves what it had moved.
[[nodiscard]] QList<ReturnedLine> withPointsBack(const Sale &sale, const QList<Sale> &earlier,
                                                 QList<ReturnedLine> returns);

} // namespace crema
