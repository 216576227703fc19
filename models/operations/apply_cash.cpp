// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_cash.h"

#include "models/operations/bodies.h"
#include "models/selling/shift_rules.h"

#include <QCoreApplication>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Operation)
};

Effect setAside(const Problem &problem)
{
    return {Outcome::DeadLetter, problem, {}, {}};
}

void addToShift(const CashMovement &movement, Aggregates &aggregates, QStringList &reviews)
{
    const std::optional<Shift> shift = aggregates.shift(movement.shift);
    if (!shift) {
        reviews.append(QStringLiteral("cash.unknown_shift"));
        return;
    }
    if (shift->state == ShiftState::Closed)
        reviews.append(QStringLiteral("cash.after_close"));
    if (shift->floatAmount.currency() == movement.amount.currency())
        aggregates.save(recordMovement(*shift, movement));
    else
        reviews.append(QStringLiteral("cash.other_currency"));
}

} // namespace

Effect applyCashMove(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<CashMovement> movement = body::readCashMove(operation);
    if (!movement)
        return setAside(movement.error());
    if (!operation.location || !operation.registerId)
        return setAside({ProblemKind::Invalid,
                         QStringLiteral("operation.malformed"),
                         Texts::tr("The operation does not say where it happened."),
                         Texts::tr("Enrol the device and do it again."),
                         {}});
    if (aggregates.hasCashMovement(movement->id))
        return setAside({ProblemKind::Conflict,
                         QStringLiteral("cash.id_used"),
                         Texts::tr("Another movement of cash has this id already."),
                         Texts::tr("Report it: two registers may share one store."),
                         {}});
    Effect effect;
    addToShift(*movement, aggregates, effect.reviews);
    aggregates.save(*movement);
    return effect;
}

} // namespace crema
