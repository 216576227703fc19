// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sum_effect.h"

#include "models/feed/entity_codec.h"

namespace crema::sync {

ShiftSales SumEffect::salesOf(ShiftId id) const
{
    const Shift empty = emptyShift(id);
    return salesBetween(empty, m_shifts.value(id, empty));
}

std::optional<Shift> SumEffect::shift(ShiftId id)
{
    return m_shifts.value(id, emptyShift(id));
}

void SumEffect::add(const Movement &movement)
{
    m_units[codec::stockLevelId(movement.location, movement.variant)] += movement.delta.units();
}

Shift SumEffect::emptyShift(ShiftId id) const
{
    Shift shift;
    shift.id = id;
    shift.floatAmount = shift.salesTotal = shift.cashTotal = shift.movedTotal = Money(0, m_currency);
    return shift;
}

} // namespace crema::sync
