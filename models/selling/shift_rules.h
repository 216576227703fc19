// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/selling/sale.h"
#include "models/selling/shift.h"
#include "models/selling/shift_totals.h"

namespace crema {

/// A new shift may begin when the register has none open and the float is not below zero.
/// Errors: `shift.already_open`, `shift.float`.
[[nodiscard]] Result<Shift> openShift(const Shift &fresh, const std::optional<Shift> &alreadyOpen);

/// The shift with the sale added to its sums. A closed shift takes it too, since a sale that happened is a fact: its
/// expected cash follows, the caller puts it before a manager. An amount in another
/// currency or past what the wire holds is left out.
[[nodiscard]] Shift recordSale(const Shift &shift, const Sale &sale);

/// The shift with a movement of cash in its sums; as recordSale() for one that is closed.
[[nodiscard]] Shift recordMovement(const Shift &shift, const CashMovement &movement);

/// What sales and movements of cash add to the sums of a shift. Adding them together comes to the same as one after the
/// other.
struct ShiftSales {
    std::int64_t count = 0;
    Money total;
    Money cash;
    Money moved;
};

/// What `after` has more than `before` of the same currency.
[[nodiscard]] ShiftSales salesBetween(const Shift &before, const Shift &after);
/// As recordSale() for each of them.
[[nodiscard]] Shift recordSales(const Shift &shift, const ShiftSales &sales);

/// What should be in the drawer: float + cash taken − change given + what was moved.
[[nodiscard]] Money expectedCash(const Shift &shift);

/// What a person found in the drawer. A sum alone is a count too.
struct ShiftCount {
    ShiftCount(const Money &sum, QList<CountedPiece> each = {}) : counted(sum), pieces(std::move(each)) {}

    Money counted;
    QList<CountedPiece> pieces; ///< come to `counted`; empty where only a sum was counted
};

/// The shift, closed with what was counted, and without a Z yet.
/// Errors: `shift.not_open`, `shift.counted` for an amount below zero or in another currency, `shift.pieces`.
[[nodiscard]] Result<Shift> closeShift(const Shift &shift, const ShiftCount &count, std::optional<PersonId> by,
                                       UtcTime at);

/// The Z of a shift that is about to close: the next number of its register, and what came late to the shifts before.
/// `before` are those of this register that have a Z, in any order; `last` is the highest number that this register is
/// known to have given, also where its shift is not here any more, with the perpetual total that it said.
struct LastZ {
    std::int64_t number = 0; ///< 0: none yet
    Money perpetual;
};
[[nodiscard]] ShiftZ nextZ(const ShiftFigures &figures, const QList<Shift> &before, const LastZ &last);

/// Whether a Z fits the shift that it closes: it adds up, and says what the sums of the shift say.
[[nodiscard]] bool fitsShift(const ShiftZ &z, const Shift &shift);

/// What a report says of a shift: of one that has a Z that Z, whatever came later; of any other these figures.
[[nodiscard]] ShiftTotals totalsOf(const Shift &shift, const ShiftZ &reckoned);

/// What a sale put into the drawer: its cash payments, tendered less change. A tip in cash lies there too.
[[nodiscard]] Money cashOf(const Sale &sale);

} // namespace crema
