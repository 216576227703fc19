// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"
#include "models/money/money.h"
#include "models/selling/shift_totals.h"

#include <QDate>

#include <optional>

namespace crema {

enum class ShiftState { Open, Closed };

/// One opening of a register's cash drawer, from float to count.
struct Shift {
    ShiftId id;
    RegisterId registerId;
    LocationId location;
    std::optional<PersonId> openedBy;
    UtcTime openedAt;
    QDate businessDay;
    Money floatAmount; ///< cash in the drawer at the start
    ShiftState state = ShiftState::Open;
    std::int64_t saleCount = 0;
    Money salesTotal;                 ///< sum of the totals of its sales, before cash rounding
    Money cashTotal;                  ///< cash taken less change given
    Money movedTotal;                 ///< what cash movements changed in the drawer
    std::optional<PersonId> closedBy; ///< this and what follows only when closed
    std::optional<UtcTime> closedAt;
    std::optional<Money> counted;  ///< what a person found in the drawer
    std::optional<Money> expected; ///< float + cash total + moved total; follows what comes late
    QList<CountedPiece> pieces;    ///< of the count, biggest first; empty where only a sum was counted
    std::optional<ShiftZ> z;       ///< nothing while it is open, and of one that an older version closed

    /// counted − expected of a closed shift; zero of an open one.
    [[nodiscard]] Money difference() const
    {
        return counted && expected ? *counted - *expected : Money(0, floatAmount.currency());
    }

    friend bool operator==(const Shift &, const Shift &) = default;
};

} // namespace crema
