// SPDX-License-Identifier: GPL-3.0-or-later
// What a unit of work knows of sales that came before, for what takes back something of them.
#include "platform/sync/buffered_unit_of_work.h"

namespace crema::platform {

std::optional<Sale> BufferedUnitOfWork::sale(SaleId id)
{
    for (const Sale &sale : m_sales.values()) {
        if (sale.id == id)
            return sale;
    }
    return m_storage->sale(id);
}

ReturnedUnits BufferedUnitOfWork::returnedOf(SaleId id)
{
    ReturnedUnits units = m_storage->lockReturnsOf(id);
    for (const Sale &sale : m_sales.values()) {
        for (const ReturnedLine &line : sale.returns) {
            if (line.sale == id && line.line)
                units[*line.line] += line.quantity.units();
        }
    }
    return units;
}

} // namespace crema::platform
