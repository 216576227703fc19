// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of sales, in memory.
#include "tests/simulation/platform/memory_unit_storage.h"
#include "tests/simulation/platform/memory_writes.h"

namespace crema::simulation {

std::optional<Sale> MemoryUnitStorage::sale(SaleId id)
{
    const auto found = m_database.state.sales.constFind(id);
    return found == m_database.state.sales.constEnd() ? std::nullopt : std::optional(*found);
}

ReturnedUnits MemoryUnitStorage::lockReturnsOf(SaleId id)
{
    letOthersIn();
    const auto *holder = m_database.m_returnLocks.value(id);
    if (holder && holder != this)
        failWith("55P03"); // PostgreSQL waits here; one thread cannot
    m_database.m_returnLocks.insert(id, this);
    ReturnedUnits units;
    for (const Sale &sale : std::as_const(m_database.state.sales)) {
        for (const ReturnedLine &line : sale.returns) {
            if (line.sale == id && line.line)
                units[*line.line] += line.quantity.units();
        }
    }
    return units;
}

QList<Sale> MemoryUnitStorage::salesOf(ShiftId shift)
{
    QList<Sale> sales;
    for (const Sale &sale : std::as_const(m_database.state.sales)) {
        if (sale.shift == shift)
            sales.append(sale);
    }
    return sales;
}

QSet<SaleId> MemoryUnitStorage::knownAmong(const QList<SaleId> &sales)
{
    QSet<SaleId> known;
    for (const SaleId &sale : sales) {
        if (m_database.state.sales.contains(sale))
            known.insert(sale);
    }
    return known;
}

QHash<QString, SaleId> MemoryUnitStorage::salesWithNumbers(const QStringList &numbers)
{
    QHash<QString, SaleId> sales;
    for (const Sale &sale : std::as_const(m_database.state.sales)) {
        if (numbers.contains(sale.number) && !sales.contains(sale.number))
            sales.insert(sale.number, sale.id);
    }
    return sales;
}

} // namespace crema::simulation
