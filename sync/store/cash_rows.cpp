// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/cash_rows.h"

#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/money/checked.h"
#include "sync/store/documents.h"

namespace crema::sync {

void CashRows::save(const CashMovement &movement, const QByteArray &document)
{
    m_database.run("save_cash_movement", {movement.id, movement.shift, movement.at.msSinceEpoch(), document});
}

void CashRows::add(const CashMovement &movement)
{
    m_database.run("add_cash_movement",
                   {movement.id, movement.shift, movement.at.msSinceEpoch(), documentOf(codec::toJson(movement))});
}

void CashRows::remove(CashMovementId id)
{
    m_database.run("delete_cash_movement", {id});
}

void CashRows::removeMadeHere(CashMovementId id)
{
    m_database.run("delete_cash_movement_made_here", {id});
}

QList<CashMovement> CashRows::movements(const std::optional<ShiftId> &shift, int limit)
{
    QList<CashMovement> result;
    Rows rows = shift ? m_database.query("list_cash_movements_of_shift", {*shift, limit})
                      : m_database.query("list_cash_movements", {limit});
    while (rows.next())
        result.append(entityOf(rows.bytes(0), &codec::readCashMovement));
    return result;
}

LastZ CashRows::lastZ(RegisterId reg)
{
    LastZ last;
    if (Rows counted = m_database.query("read_z_counter", {reg}); counted.next()) {
        const auto currency = Currency::fromCode(counted.text(2));
        last = {counted.integer(0), Money(counted.integer(1), currency.value_or(Currency()))};
    }
    const QList<Shift> newest = shiftsWithZ(reg, 1);
    if (!newest.isEmpty() && newest.first().z->number > last.number)
        last = {newest.first().z->number, newest.first().z->perpetual};
    return last;
}

void CashRows::count(RegisterId reg, const ShiftZ &z)
{
    m_database.run("count_z", {reg, z.number, z.perpetual.minor(), z.perpetual.currency().code()});
}

QList<Shift> CashRows::shiftsWithZ(RegisterId reg, int limit)
{
    QList<Shift> result;
    Rows rows = m_database.query("list_shifts_with_z", {reg, limit});
    while (rows.next())
        result.append(entityOf(rows.bytes(0), &codec::readShift));
    return result;
}

std::optional<Shift> CashRows::shiftWithZ(RegisterId reg, std::int64_t number)
{
    Rows rows = m_database.query("read_shift_with_z", {reg, number});
    return rows.next() ? std::optional(entityOf(rows.bytes(0), &codec::readShift)) : std::nullopt;
}

Money CashRows::salesWithoutZ(RegisterId reg, const ShiftId &besides, Currency currency)
{
    Money sum(0, currency);
    Rows rows = m_database.query("list_shifts_of_register", {reg});
    while (rows.next()) {
        const Shift shift = entityOf(rows.bytes(0), &codec::readShift);
        if (!shift.z && shift.id != besides)
            sum = checkedAdd(sum, shift.salesTotal).value_or(sum);
    }
    return sum;
}

} // namespace crema::sync
