// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/shift_rules.h"

#include "models/base/planted.h"
#include "models/money/checked.h"

#include <QCoreApplication>

#include <algorithm>

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

Problem badCount(const QString &code, const QString &field, const QString &message)
{
    return {ProblemKind::Invalid, code, message, tr("Count the drawer and enter what is in it."), {{field, message}}};
}

Result<void> checkCount(const ShiftCount &count, Currency currency)
{
    const Money &counted = count.counted;
    if (counted.isNegative() || !fitsWire(counted.minor()) || counted.currency() != currency)
        return failure(badCount(QStringLiteral("shift.counted"), QStringLiteral("counted"),
                                tr("The counted amount must be zero or more, in the currency of the shift.")));
    if (count.pieces.isEmpty())
        return {};
    const Result<Money> sum = sumOfPieces(count.pieces, Money(0, currency));
    if (!sum)
        return failure(sum.error());
    if (*sum != counted)
        return failure(badCount(QStringLiteral("shift.pieces"), QStringLiteral("pieces"),
                                tr("The notes and coins do not come to the counted amount.")));
    return {};
}

/// What came to a shift after its Z and is named in none yet.
std::optional<LateSales> lateOf(const Shift &shift, const QList<Shift> &others)
{
    LateSales late{shift.z->number, shift.saleCount - shift.z->figures.saleCount,
                   shift.salesTotal - shift.z->figures.salesTotal};
    for (const Shift &other : others) {
        for (const LateSales &named : other.z ? other.z->late : QList<LateSales>()) {
            if (named.number == late.number)
                late = {late.number, late.count - named.count, late.total - named.total};
        }
    }
    return late.count > 0 ? std::optional(late) : std::nullopt;
}

} // namespace

Money expectedCash(const Shift &shift)
{
    Money expected = shift.floatAmount;
    addWherePossible(expected, shift.cashTotal);
    addWherePossible(expected, shift.movedTotal);
    return expected;
}

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
    shift.movedTotal = zero;
    return shift;
}

Money cashOf(const Sale &sale)
{
    Money cash(0, sale.total.currency());
    for (const Payment &payment : sale.payments) {
        if (payment.method != PaymentMethod::Cash)
            continue;
        addWherePossible(cash, CREMA_PLANTED(CountsTheBanknote) ? payment.tendered : payment.amount);
        if (payment.tip.currency() == cash.currency() && !CREMA_PLANTED(ForgetsTheTip))
            addWherePossible(cash, payment.tip);
    }
    return cash;
}

Shift recordSale(const Shift &shift, const Sale &sale)
{
    return recordSales(shift, {1, sale.total, cashOf(sale), Money(0, sale.total.currency())});
}

Shift recordMovement(const Shift &shift, const CashMovement &movement)
{
    const Money zero(0, movement.amount.currency());
    return recordSales(shift, {0, zero, zero, drawerChange(movement)});
}

ShiftSales salesBetween(const Shift &before, const Shift &after)
{
    return {after.saleCount - before.saleCount, after.salesTotal - before.salesTotal,
            after.cashTotal - before.cashTotal, after.movedTotal - before.movedTotal};
}

Shift recordSales(const Shift &shift, const ShiftSales &sales)
{
    Shift result = shift;
    result.saleCount += sales.count;
    addWherePossible(result.salesTotal, sales.total);
    addWherePossible(result.cashTotal, sales.cash);
    addWherePossible(result.movedTotal, sales.moved);
    if (CREMA_PLANTED(OpensTheShiftAgain))
        result.state = ShiftState::Open;
    if (result.state == ShiftState::Closed && (sales.count > 0 || !sales.moved.isZero()))
        result.expected = expectedCash(result);
    return result;
}

Result<Shift> closeShift(const Shift &shift, const ShiftCount &count, std::optional<PersonId> by, UtcTime at)
{
    if (shift.state != ShiftState::Open) {
        return failure(ProblemKind::Conflict, QStringLiteral("shift.not_open"), tr("This shift is closed already."),
                       tr("Open a new shift to go on selling."));
    }
    if (const Result<void> counts = checkCount(count, shift.floatAmount.currency()); !counts)
        return failure(counts.error());
    Shift closed = shift;
    closed.state = ShiftState::Closed;
    closed.closedBy = by;
    closed.closedAt = at;
    closed.counted = count.counted;
    closed.expected = expectedCash(shift);
    closed.pieces = count.pieces;
    return closed;
}

ShiftZ nextZ(const ShiftFigures &figures, const QList<Shift> &before, const LastZ &last)
{
    ShiftZ z{last.number + 1, figures, {}, last.perpetual};
    if (z.perpetual.currency() != figures.salesTotal.currency())
        z.perpetual = Money(0, figures.salesTotal.currency());
    addWherePossible(z.perpetual, figures.salesTotal);
    for (const Shift &shift : before) {
        const bool counts = shift.z && shift.floatAmount.currency() == figures.salesTotal.currency();
        if (const auto late = counts ? lateOf(shift, before) : std::nullopt) {
            z.late.append(*late);
            addWherePossible(z.perpetual, late->total);
        }
    }
    std::ranges::sort(z.late, {}, &LateSales::number);
    return z;
}

bool fitsShift(const ShiftZ &z, const Shift &shift)
{
    const ShiftFigures &figures = z.figures;
    return z.number > 0 && figures.salesTotal.currency() == shift.floatAmount.currency() && addsUp(figures) &&
           figures.saleCount == shift.saleCount && figures.salesTotal == shift.salesTotal &&
           cashOf(figures) == shift.cashTotal && movedOf(figures) == shift.movedTotal;
}

ShiftTotals totalsOf(const Shift &shift, const ShiftZ &reckoned)
{
    const ShiftZ &z = shift.z ? *shift.z : reckoned;
    ShiftTotals totals;
    if (shift.z)
        totals.number = z.number;
    totals.shift = shift.id;
    totals.registerId = shift.registerId;
    totals.location = shift.location;
    totals.businessDay = shift.businessDay;
    totals.openedAt = shift.openedAt;
    totals.openedBy = shift.openedBy;
    totals.closedAt = shift.closedAt;
    totals.closedBy = shift.closedBy;
    totals.floatAmount = shift.floatAmount;
    totals.figures = z.figures;
    totals.late = z.late;
    totals.perpetual = z.perpetual;
    totals.cashTotal = cashOf(z.figures);
    totals.moved = movedOf(z.figures);
    totals.expected = shift.floatAmount;
    addWherePossible(totals.expected, totals.cashTotal);
    addWherePossible(totals.expected, totals.moved);
    totals.counted = shift.counted;
    totals.pieces = shift.pieces;
    if (shift.counted)
        totals.difference = *shift.counted - totals.expected;
    return totals;
}

} // namespace crema
