// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/cash_recording.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "sync/store/payment_recording.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

/// How many earlier Z are looked through for sales that came late to them.
constexpr int lookedThrough = 100;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Selling)
};

tl::unexpected<Problem> notEnrolled()
{
    return failure(ProblemKind::NotSignedIn, QStringLiteral("device.not_enrolled"),
                   Texts::tr("This device is not enrolled, so it has no drawer yet."),
                   Texts::tr("Run crema device enroll --platform URL --code CODE."));
}

tl::unexpected<Problem> noOpenShift()
{
    return failure(ProblemKind::Conflict, QStringLiteral("shift.not_open"),
                   Texts::tr("No shift is open on this register."),
                   Texts::tr("Open a shift with the cash in the drawer first."));
}

/// Of the register of this device.
Result<Shift> openShiftHere(LocalStore &store)
{
    const LocalStore::Place &place = store.place();
    if (!place.location || !place.registerInfo)
        return notEnrolled();
    const std::optional<Shift> open = store.rows().selling().openShiftOf(place.registerInfo->id);
    return open ? Result<Shift>(*open) : Result<Shift>(noOpenShift());
}

ShiftFigures added(LocalStore &store, const Shift &shift, UtcTime from)
{
    ShiftAdder adder(shift.floatAmount.currency());
    store.rows().selling().eachSaleOf(shift.id, from, [&](const Sale &sale) { adder.add(sale); });
    const QList<CashMovement> movements =
        store.rows().cash().movements(shift.id, std::numeric_limits<std::int32_t>::max());
    for (const CashMovement &movement : movements)
        adder.add(movement);
    return adder.figures();
}

/// Sales are found by their time. Where the clock was set back meanwhile, all of them are looked at.
ShiftFigures figuresOf(LocalStore &store, const Shift &shift)
{
    ShiftFigures figures = added(store, shift, shift.openedAt);
    const bool isAll = figures.saleCount >= shift.saleCount;
    return isAll ? figures : added(store, shift, UtcTime(std::numeric_limits<std::int64_t>::min()));
}

/// The Z that closes this shift if it is closed now.
ShiftZ zOf(LocalStore &store, const Shift &shift)
{
    CashRows &rows = store.rows().cash();
    LastZ last = rows.lastZ(shift.registerId);
    if (last.number == 0)
        last.perpetual = rows.salesWithoutZ(shift.registerId, shift.id, shift.floatAmount.currency());
    return nextZ(figuresOf(store, shift), rows.shiftsWithZ(shift.registerId, lookedThrough), last);
}

ShiftTotals totalsHere(LocalStore &store, const Shift &shift)
{
    return totalsOf(shift, shift.z ? *shift.z : zOf(store, shift));
}

} // namespace

Result<CashMovement> recordCashMovement(LocalStore &store, const CashMovementDraft &draft)
{
    const Result<Shift> shift = openShiftHere(store);
    if (!shift)
        return failure(shift.error());
    CashMovement movement;
    movement.at = store.clock().now();
    movement.id = makeId<CashMovementId>(movement.at, store.randomness());
    movement.shift = shift->id;
    movement.location = store.place().location->id;
    movement.registerId = shift->registerId;
    movement.kind = draft.kind;
    movement.amount = draft.amount;
    movement.reason = draft.reason;
    movement.note = draft.note;
    movement.by = store.place().device.person;
    Result<CashMovement> kept = checkedCashMovement(movement, shift->floatAmount.currency());
    if (!kept)
        return kept;
    Operation operation = store.newOperation(operation::cashMove, {entity::cashMovement.toString(), kept->id.value()},
                                             body::toJson(*kept));
    operation.occurredAt = kept->at;
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return kept;
}

Result<Shift> recordShiftClose(LocalStore &store, const ShiftCount &count)
{
    const Result<Shift> open = openShiftHere(store);
    if (!open)
        return failure(open.error());
    if (const Result<void> settled = requireNoOpenIntents(store, open->id); !settled)
        return failure(settled.error());
    const UtcTime now = store.clock().now();
    Result<Shift> closed = crema::closeShift(*open, count, store.place().device.person, now);
    if (!closed)
        return closed;
    closed->z = zOf(store, *open);
    const body::ShiftClose body{count.counted, closed->expected.value_or(count.counted), closed->pieces, closed->z};
    Operation operation =
        store.newOperation(operation::shiftClose, {entity::shift.toString(), open->id.value()}, body::toJson(body));
    operation.schema = body.schema();
    operation.occurredAt = now;
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    store.rows().cash().count(closed->registerId, *closed->z);
    return closed;
}

Result<ShiftTotals> findShiftTotals(LocalStore &store, const std::optional<ShiftId> &shift)
{
    if (!shift)
        return openShiftHere(store).map([&](const Shift &open) { return totalsHere(store, open); });
    const std::optional<Shift> known = store.rows().selling().shift(*shift);
    if (!known)
        return failure(ProblemKind::NotFound, QStringLiteral("shift.unknown"),
                       Texts::tr("This shift is not in the local store."), Texts::tr("Fetch the latest changes."));
    return totalsHere(store, *known);
}

QList<ShiftTotals> findZReports(LocalStore &store, int limit)
{
    QList<ShiftTotals> reports;
    const auto &here = store.place().registerInfo;
    const QList<Shift> shifts = here ? store.rows().cash().shiftsWithZ(here->id, limit) : QList<Shift>();
    for (const Shift &shift : shifts)
        reports.append(totalsOf(shift, *shift.z));
    return reports;
}

Result<ShiftTotals> findZReport(LocalStore &store, std::int64_t number)
{
    const auto &here = store.place().registerInfo;
    const auto shift = here ? store.rows().cash().shiftWithZ(here->id, number) : std::nullopt;
    if (!shift)
        return failure(ProblemKind::NotFound, QStringLiteral("shift.unknown_z"),
                       Texts::tr("This register has no Z report with the number %1.").arg(number),
                       Texts::tr("Look for it in the list: crema shift list."));
    return totalsOf(*shift, *shift->z);
}

} // namespace crema::sync
