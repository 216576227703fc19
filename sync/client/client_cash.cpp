// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/store/cash_recording.h"

namespace crema::sync {

QCoro::Task<Result<Shift>> Client::closeShift(Money counted, QList<CountedPiece> pieces)
{
    return Private::write(d, [count = ShiftCount(counted, std::move(pieces))](LocalStore &local) {
        return recordShiftClose(local, count);
    });
}

QCoro::Task<Result<CashMovement>> Client::moveCash(CashMovementDraft draft)
{
    return Private::write(d,
                          [draft = std::move(draft)](LocalStore &local) { return recordCashMovement(local, draft); });
}

QCoro::Task<Result<QList<CashMovement>>> Client::cashMovements(std::optional<ShiftId> shift, int limit)
{
    return Private::read(d, Reading::Shifts, [shift, limit](LocalStore &local) -> Result<QList<CashMovement>> {
        return local.rows().cash().movements(shift, std::clamp(limit, 1, 1'000));
    });
}

QCoro::Task<Result<ShiftTotals>> Client::shiftTotals(std::optional<ShiftId> shift)
{
    return Private::read(d, Reading::Shifts, [shift](LocalStore &local) { return findShiftTotals(local, shift); });
}

QCoro::Task<Result<QList<ShiftTotals>>> Client::zReports(int limit)
{
    return Private::read(d, Reading::Shifts, [limit](LocalStore &local) -> Result<QList<ShiftTotals>> {
        return findZReports(local, std::clamp(limit, 1, 1'000));
    });
}

QCoro::Task<Result<ShiftTotals>> Client::zReport(std::int64_t number)
{
    return Private::read(d, Reading::Shifts, [number](LocalStore &local) { return findZReport(local, number); });
}

} // namespace crema::sync
