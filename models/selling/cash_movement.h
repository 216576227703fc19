// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/money/money.h"
#include "models/people/permission.h"

#include <QString>

#include <array>
#include <optional>

namespace crema {

using CashMovementId = Id<struct CashMovementTag>;

/// Why the drawer was opened for something that is no sale.
enum class CashMovementKind {
    PaidIn,   ///< cash came in: more change from the bank
    PaidOut,  ///< cash went out: milk was bought with it
    SafeDrop, ///< cash went into the safe
    NoSale,   ///< only opened; nothing came or went
};

inline constexpr std::array allCashMovementKinds{CashMovementKind::PaidIn, CashMovementKind::PaidOut,
                                                 CashMovementKind::SafeDrop, CashMovementKind::NoSale};

/// "paid_in", "paid_out", "safe_drop", "no_sale"; stable, as stored and sent.
[[nodiscard]] QString cashMovementKindText(CashMovementKind kind);
[[nodiscard]] std::optional<CashMovementKind> cashMovementKindFromText(QStringView text);

/// What it asks of whoever does it beside the right to manage shifts; nothing for most (models/people/permission.h).
[[nodiscard]] std::optional<Permission> permissionForMovement(CashMovementKind kind);

/// Cash that came into the drawer of a shift or left it other than by a sale: a document that is never changed.
struct CashMovement {
    static constexpr qsizetype longestReason = 100; ///< in UTF-16 units
    static constexpr qsizetype longestNote = 1'000;

    CashMovementId id;
    ShiftId shift;
    LocationId location;
    RegisterId registerId;
    CashMovementKind kind = CashMovementKind::PaidIn;
    Money amount; ///< in the currency of the shift; greater than zero, of NoSale zero. The kind says which way it went
    QString reason; ///< one line, as the shop lists them (setting `cash.reasons`) or typed; may be empty
    QString note;   ///< may be empty, may have several lines
    std::optional<PersonId> by;
    UtcTime at;

    friend bool operator==(const CashMovement &, const CashMovement &) = default;
};

/// What it changes in the drawer: below zero where cash left it.
[[nodiscard]] Money drawerChange(CashMovementKind kind, const Money &amount);
[[nodiscard]] inline Money drawerChange(const CashMovement &movement)
{
    return drawerChange(movement.kind, movement.amount);
}

/// The movement as it is kept: reason and note without blanks around them. Errors, with the fields: `cash.amount` for
/// zero, less or more than the wire holds, and for any amount of a NoSale; `cash.currency` for another one than
/// `ofShift`; `cash.text` for a reason or note that is too long or has what no line of text has.
[[nodiscard]] Result<CashMovement> checkedCashMovement(const CashMovement &movement, Currency ofShift);

} // namespace crema
