// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_desk.h"
#include "models/selling/shift_rules.h"

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr std::int64_t betweenMovementsMs = 20 * 60'000;

tl::unexpected<Problem> noOpenShift()
{
    return failure(ProblemKind::Conflict, QStringLiteral("shift.not_open"), QStringLiteral("No shift is open."));
}

} // namespace

ShiftZ ExampleDesk::zOf(const Shift &shift) const
{
    ShiftAdder adder(shift.floatAmount.currency());
    for (const sync::SaleView &view : m_sales) {
        if (view.sale.shift == shift.id)
            adder.add(view.sale);
    }
    for (const CashMovement &movement : m_cash) {
        if (movement.shift == shift.id)
            adder.add(movement);
    }
    LastZ last{0, Money(0, shift.floatAmount.currency())};
    if (!m_closedShifts.isEmpty())
        last = {m_closedShifts.last().z->number, m_closedShifts.last().z->perpetual};
    return nextZ(adder.figures(), m_closedShifts, last);
}

QCoro::Task<Result<Shift>> ExampleDesk::closeShift(Money counted, QList<CountedPiece> pieces)
{
    co_await turn();
    if (!m_state.openShift)
        co_return noOpenShift();
    const std::optional<PersonId> by = m_state.person ? std::optional(m_state.person->id) : std::nullopt;
    const Shift open = *m_state.openShift;
    Result<Shift> closed = crema::closeShift(open, ShiftCount(counted, pieces), by, open.openedAt);
    if (closed) {
        closed->z = zOf(open);
        m_closedShifts.append(*closed);
        m_state.openShift.reset();
    }
    Q_EMIT changed();
    co_return closed;
}

QCoro::Task<Result<CashMovement>> ExampleDesk::moveCash(sync::CashMovementDraft draft)
{
    co_await turn();
    if (!m_state.openShift)
        co_return noOpenShift();
    const Shift open = *m_state.openShift;
    CashMovement movement;
    movement.id = CashMovementId(nextId());
    movement.shift = open.id;
    movement.location = open.location;
    movement.registerId = open.registerId;
    movement.kind = draft.kind;
    movement.amount = draft.amount;
    movement.reason = draft.reason;
    movement.note = draft.note;
    if (m_state.person)
        movement.by = m_state.person->id;
    movement.at = UtcTime(open.openedAt.msSinceEpoch() + (m_cash.size() + 1) * betweenMovementsMs);
    const Result<CashMovement> kept = checkedCashMovement(movement, open.floatAmount.currency());
    if (kept) {
        m_cash.append(*kept);
        m_state.openShift = recordMovement(open, *kept);
        ++m_state.queue.queued;
        Q_EMIT changed();
    }
    co_return kept;
}

QCoro::Task<Result<QList<CashMovement>>> ExampleDesk::cashMovements(std::optional<ShiftId> shift, int limit)
{
    co_await turn();
    QList<CashMovement> found;
    for (auto movement = m_cash.crbegin(); movement != m_cash.crend() && found.size() < limit; ++movement) {
        if (!shift || movement->shift == *shift)
            found.append(*movement);
    }
    co_return found;
}

QCoro::Task<Result<ShiftTotals>> ExampleDesk::shiftTotals(std::optional<ShiftId> shift)
{
    co_await turn();
    for (const Shift &closed : std::as_const(m_closedShifts)) {
        if (shift && closed.id == *shift)
            co_return totalsOf(closed, *closed.z);
    }
    if (!m_state.openShift)
        co_return noOpenShift();
    co_return totalsOf(*m_state.openShift, zOf(*m_state.openShift));
}

QCoro::Task<Result<QList<ShiftTotals>>> ExampleDesk::zReports(int limit)
{
    co_await turn();
    QList<ShiftTotals> reports;
    for (auto closed = m_closedShifts.crbegin(); closed != m_closedShifts.crend() && reports.size() < limit; ++closed)
        reports.append(totalsOf(*closed, *closed->z));
    co_return reports;
}

QCoro::Task<Result<ShiftTotals>> ExampleDesk::zReport(std::int64_t number)
{
    co_await turn();
    for (const Shift &closed : std::as_const(m_closedShifts)) {
        if (closed.z->number == number)
            co_return totalsOf(closed, *closed.z);
    }
    co_return failure(ProblemKind::NotFound, QStringLiteral("shift.unknown_z"),
                      QStringLiteral("This register has no Z report with the number %1.").arg(number));
}

} // namespace crema::desktop
