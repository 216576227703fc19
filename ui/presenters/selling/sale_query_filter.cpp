// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/sale_query_filter.h"

namespace crema {

std::optional<sync::SaleFilter> saleFilterOf(const SaleQuery &query, const sync::ClientState &state,
                                             const TimeWords &times, UtcTime now)
{
    sync::SaleFilter filter;
    filter.number = query.number;
    if (query.thisShift) {
        if (!state.openShift)
            return std::nullopt;
        filter.shift = state.openShift->id;
    }
    const QDate today = times.dayOf(now);
    QDate from = query.from;
    QDate until = query.until;
    switch (query.days) {
    case SaleDays::Any: return filter;
    case SaleDays::Today: from = until = today; break;
    case SaleDays::Yesterday: from = until = today.addDays(-1); break;
    case SaleDays::LastSeven:
        from = today.addDays(-6);
        until = today;
        break;
    case SaleDays::Range: break;
    }
    filter.from = times.beginOf(from);
    filter.until = times.beginOf(until.addDays(1));
    return filter;
}

} // namespace crema
