// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/shift_rules.h"

#include <QCoreApplication>

namespace crema {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::Shift", text);
}

} // namespace

Result<Shift> openShift(const Shift &fresh, const std::optional<Shift> &alreadyOpen)
{
    if (alreadyOpen && alreadyOpen->state == ShiftState::Open) {
        return failure(ProblemKind::Conflict, QStringLiteral("shift.already_open"), tr("A shift is open on this register already."),
                       tr("Close it before you open the next one."));
    }
    if (fresh.floatAmount.isNegative()) {
        return failure(ProblemKind::Invalid, QStringLiteral("shift.float"), tr("The float cannot be below zero."),
                       tr("Enter the cash that lies in the drawer."), {{QStringLiteral("float"), tr("The float cannot be below zero.")}});
    }
    return fresh;
}

Money cashOf(const Sale &sale)
{
    Money cash(0, sale.total.currency());
    for (const Payment &payment : sale.payments) {
        if (payment.method == PaymentMethod::Cash)
            cash += payment.tendered - payment.change;
    }
    return cash;
}

Shift recordSale(const Shift &shift, const Sale &sale)
{
    Shift result = shift;
    result.saleCount += 1;
    result.salesTotal += sale.total;
    result.cashTotal += cashOf(sale);
    if (result.state == ShiftState::Closed)
        result.expected = result.floatAmount + result.cashTotal;
    return result;
}

Result<Shift> closeShift(const Shift &shift, const Money &counted, std::optional<PersonId> by, UtcTime at)
{
    if (shift.state != ShiftState::Open) {
        return failure(ProblemKind::Conflict, QStringLiteral("shift.not_open"), tr("This shift is closed already."),
                       tr("Open a new shift to go on selling."));
    }
    if (counted.isNegative() || counted.currency() != shift.floatAmount.currency()) {
        const QString message = tr("The counted amount must be zero or more, in the currency of the shift.");
        return failure(ProblemKind::Invalid, QStringLiteral("shift.counted"), message, tr("Count the drawer and enter what is in it."),
                       {{QStringLiteral("counted"), message}});
    }
    Shift closed = shift;
    closed.state = ShiftState::Closed;
    closed.closedBy = by;
    closed.closedAt = at;
    closed.counted = counted;
    closed.expected = shift.floatAmount + shift.cashTotal;
    return closed;
}

} // namespace crema
