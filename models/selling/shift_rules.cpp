// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/shift_rules.h"

#include "models/base/planted.h"
#include "models/money/checked.h"

#include <QCoreApplication>

namespace crema {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::Shift", text);
}

/// Sales are facts from other devices: two of absurd size must not bring down whoever adds them up, so what cannot be
/// held (or is of another currency) is left out. checkSale() and the sums of the sales still show it.
void addWherePossible(Money &sum, const Money &amount)
{
    sum = checkedAdd(sum, amount).value_or(sum);
}

Money expectedCash(const Shift &shift)
{
    Money expected = shift.floatAmount;
    addWherePossible(expected, shift.cashTotal);
    return expected;
}

} // namespace

Result<Shift> openShift(const Shift &fresh, const std::optional<Shift> &alreadyOpen)
{
    if (alreadyOpen && alreadyOpen->state == ShiftState::Open) {
        return failure(ProblemKind::Conflict, QStringLiteral("shift.already_open"),
                       tr("A shift is open on this register already."), tr("Close it before you open the next one."));
    }
    if (fresh.floatAmount.isNegative() || !fitsWire(fresh.floatAmount.minor())) {
        return failure(ProblemKind::Invalid, QStringLiteral("shift.float"), tr("The float cannot be below zero."),
                       tr("Enter the cash that lies in the drawer."),
                       {{QStringLiteral("float"), tr("The float cannot be below zero.")}});
    }
    const Money zero(0, fresh.floatAmount.currency());
    Shift shift = fresh;
    shift.state = ShiftState::Open;
    shift.saleCount = 0;
    shift.salesTotal = zero;
    shift.cashTotal = zero;
    return shift;
}

Money cashOf(const Sale &sale)
{
    Money cash(0, sale.total.currency());
    for (const Payment &payment : sale.payments) {
        if (payment.method == PaymentMethod::Cash)
            addWherePossible(cash, CREMA_PLANTED(CountsTheBanknote) ? payment.tendered : payment.amount);
    }
    return cash;
}

Shift recordSale(const Shift &shift, const Sale &sale)
{
    return recordSales(shift, {1, sale.total, cashOf(sale)});
}

ShiftSales salesBetween(const Shift &before, const Shift &after)
{
    return {after.saleCount - before.saleCount, after.salesTotal - before.salesTotal,
            after.cashTotal - before.cashTotal};
}

Shift recordSales(const Shift &shift, const ShiftSales &sales)
{
    Shift result = shift;
    result.saleCount += sales.count;
    addWherePossible(result.salesTotal, sales.total);
    addWherePossible(result.cashTotal, sales.cash);
    if (CREMA_PLANTED(OpensTheShiftAgain))
        result.state = ShiftState::Open;
    if (result.state == ShiftState::Closed && sales.count > 0)
        result.expected = expectedCash(result);
    return result;
}

Result<Shift> closeShift(const Shift &shift, const Money &counted, std::optional<PersonId> by, UtcTime at)
{
    if (shift.state != ShiftState::Open) {
        return failure(ProblemKind::Conflict, QStringLiteral("shift.not_open"), tr("This shift is closed already."),
                       tr("Open a new shift to go on selling."));
    }
    if (counted.isNegative() || !fitsWire(counted.minor()) || counted.currency() != shift.floatAmount.currency()) {
        const QString message = tr("The counted amount must be zero or more, in the currency of the shift.");
        return failure(ProblemKind::Invalid, QStringLiteral("shift.counted"), message,
                       tr("Count the drawer and enter what is in it."), {{QStringLiteral("counted"), message}});
    }
    Shift closed = shift;
    closed.state = ShiftState::Closed;
    closed.closedBy = by;
    closed.closedAt = at;
    closed.counted = counted;
    closed.expected = expectedCash(shift);
    return closed;
}

} // namespace crema
