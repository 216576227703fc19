// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/cash_movement.h"
#include "models/selling/shift.h"

#include <map>

namespace crema::testing {

/// What somebody writes down beside the till, and the drawer that they look into.
struct DayBooks {
    std::int64_t documents = 0;
    std::int64_t lines = 0;
    std::int64_t takenBack = 0; ///< documents that take something back
    std::int64_t total = 0;
    std::int64_t drawer = 0;
    std::map<PaymentMethod, std::int64_t> paid;
    std::map<CashMovementKind, std::int64_t> moved;

    void note(const Sale &document)
    {
        ++documents;
        lines += document.lines.size() + document.returns.size();
        takenBack += document.takesBack() ? 1 : 0;
        total += document.total.minor();
        for (const Payment &payment : document.payments) {
            paid[payment.method] += payment.amount.minor();
            if (payment.method == PaymentMethod::Cash)
                drawer += payment.tendered.minor() - payment.change.minor();
        }
    }

    void note(const CashMovement &movement)
    {
        const bool comesIn = movement.kind == CashMovementKind::PaidIn;
        moved[movement.kind] += movement.amount.minor();
        drawer += comesIn ? movement.amount.minor() : -movement.amount.minor();
    }

    friend bool operator==(const DayBooks &, const DayBooks &) = default;
};

/// The same as a Z says it, as far as it does.
[[nodiscard]] inline DayBooks booksOf(const Shift &closed, const DayBooks &own)
{
    DayBooks books;
    books.documents = closed.z->figures.saleCount;
    books.lines = own.lines;
    books.takenBack = own.takenBack;
    books.total = closed.z->figures.salesTotal.minor();
    books.drawer = closed.expected->minor();
    for (const MethodTotal &method : closed.z->figures.byMethod)
        books.paid[method.method] = method.amount.minor();
    for (const MovementTotal &movement : closed.z->figures.movements)
        books.moved[movement.kind] = movement.amount.minor();
    return books;
}

} // namespace crema::testing
