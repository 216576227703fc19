// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/selling_rows.h"

#include "models/feed/entity_codec.h"
#include "sync/store/documents.h"

namespace crema::sync {

SellingRows::SellingRows(Database &database) : m_database(database), m_shifts(&codec::readShift) {}

void SellingRows::save(const Shift &shift, const QByteArray &document)
{
    const QString state = shift.state == ShiftState::Open ? QStringLiteral("open") : QStringLiteral("closed");
    m_database.run("save_shift",
                   {key(shift.id), key(shift.registerId), state, qint64(shift.openedAt.msSinceEpoch()), document});
    m_shifts.remember(document, shift);
}

void SellingRows::removeShift(ShiftId id)
{
    m_database.run("delete_shift", {key(id)});
}

std::optional<Shift> SellingRows::shift(ShiftId id)
{
    Rows rows = m_database.query("read_shift", {key(id)});
    if (!rows.next())
        return std::nullopt;
    return m_shifts.entity(rows.bytes(0));
}

std::optional<Shift> SellingRows::openShiftOf(RegisterId reg)
{
    Rows rows = m_database.query("read_open_shift", {key(reg)});
    if (!rows.next())
        return std::nullopt;
    return m_shifts.entity(rows.bytes(0));
}

QList<Shift> SellingRows::shifts(int limit)
{
    QList<Shift> result;
    Rows rows = m_database.query("list_shifts", {limit});
    while (rows.next())
        result.append(entityOf(rows.bytes(0), &codec::readShift));
    return result;
}

void SellingRows::save(const Sale &sale, const QByteArray &document)
{
    m_database.run("save_sale", {key(sale.id), sale.number, key(sale.shift), key(sale.registerId),
                                 qint64(sale.completedAt.msSinceEpoch()), document});
}

void SellingRows::removeSale(SaleId id)
{
    m_database.run("delete_sale", {key(id)});
}

std::optional<Sale> SellingRows::sale(SaleId id)
{
    Rows rows = m_database.query("read_sale", {key(id)});
    if (!rows.next())
        return std::nullopt;
    return entityOf(rows.bytes(0), &codec::readSale);
}

bool SellingRows::hasSale(SaleId id)
{
    return m_database.query("has_sale", {key(id)}).next();
}

std::optional<SaleId> SellingRows::saleWithNumber(const QString &number)
{
    Rows rows = m_database.query("find_sale_by_number", {number});
    return rows.next() ? std::optional(SaleId(rows.uuid(0))) : std::nullopt;
}

std::int64_t SellingRows::nextReceiptNumber(RegisterId reg)
{
    return m_database.value("next_receipt_number", {key(reg)}).toLongLong();
}

bool SellingRows::add(const Movement &movement)
{
    m_database.run("add_movement",
                   {key(movement.id), key(movement.variant), key(movement.location), qint64(movement.delta.units()),
                    movementReasonText(movement.reason), key(movement.source), qint64(movement.at.msSinceEpoch()),
                    movement.note.isNull() ? QStringLiteral("") : movement.note});
    return m_database.changedRows() > 0;
}

QList<Movement> SellingRows::movements(VariantId variant, int limit)
{
    QList<Movement> result;
    Rows rows = m_database.query("list_movements", {key(variant), limit});
    while (rows.next()) {
        result.append(Movement{MovementId(rows.uuid(0)), variant, LocationId(rows.uuid(1)), Quantity(rows.integer(2)),
                               movementReasonFromText(rows.text(3)).value_or(MovementReason::Adjustment),
                               OperationId(rows.uuid(4)), UtcTime(rows.integer(5)), rows.text(6)});
    }
    return result;
}

void SellingRows::change(VariantId variant, LocationId location, Quantity delta)
{
    m_database.run("change_stock_level",
                   {key(codec::stockLevelId(location, variant)), key(variant), key(location), qint64(delta.units())});
}

void SellingRows::save(const StockLevel &level)
{
    m_database.run("save_stock_level", {key(codec::stockLevelId(level.location, level.variant)), key(level.variant),
                                        key(level.location), qint64(level.onHand.units())});
}

void SellingRows::removeStockLevel(const QUuid &id)
{
    m_database.run("delete_stock_level", {key(id)});
}

std::optional<StockLevel> SellingRows::stockLevel(const QUuid &id)
{
    Rows rows = m_database.query("read_stock_level", {key(id)});
    if (!rows.next())
        return std::nullopt;
    return StockLevel{VariantId(rows.uuid(0)), LocationId(rows.uuid(1)), Quantity(rows.integer(2))};
}

Quantity SellingRows::onHand(VariantId variant, LocationId location)
{
    return Quantity(m_database.value("read_on_hand", {key(variant), key(location)}).toLongLong());
}

QList<StockLevel> SellingRows::stockOf(VariantId variant)
{
    QList<StockLevel> result;
    Rows rows = m_database.query("list_stock_levels", {key(variant)});
    while (rows.next())
        result.append({variant, LocationId(rows.uuid(0)), Quantity(rows.integer(1))});
    return result;
}

} // namespace crema::sync
