// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/selling/sale.h"
#include "models/selling/shift.h"

namespace crema {

/// A new shift may begin when the register has none open and the float is not below zero.
/// Errors: `shift.already_open`, `shift.float`.
[[nodiscard]] Result<Shift> openShift(const Shift &fresh, const std::optional<Shift> &alreadyOpen);

/// The shift with the sale added to its sums. A closed shift takes it too, since a sale that happened is a fact: its
/// expected cash follows, the caller puts it before a manager. An amount in another
/// currency or past what the wire holds is left out.
[[nodiscard]] Shift recordSale(const Shift &shift, const Sale &sale);

/// What sales add to the sums of a shift. Adding them together comes to the same as one after the other.
struct ShiftSales {
    std::int64_t count = 0;
    Money total;
    Money cash;
};

/// What `after` has more than `before` of the same currency.
[[nodiscard]] ShiftSales salesBetween(const Shift &before, const Shift &after);
/// As recordSale() for each of them.
[[nodiscard]] Shift recordSales(const Shift &shift, const ShiftSales &sales);

/// The shift, closed with what was counted; expected = float + cash taken − change given.
/// Errors: `shift.not_open`, `shift.counted` for an amount below zero or in another currency.
[[nodiscard]] Result<Shift> closeShift(const Shift &shift, const Money &counted, std::optional<PersonId> by,
                                       UtcTime at);

/// What a sale put into the drawer: its cash payments, tendered less change.
[[nodiscard]] Money cashOf(const Sale &sale);

} // namespace crema
