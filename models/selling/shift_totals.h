// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/cash_movement.h"
#include "models/selling/sale.h"

#include <QDate>

namespace crema {

/// What was paid by one method.
struct MethodTotal {
    PaymentMethod method = PaymentMethod::Cash;
    std::int64_t count = 0;                   ///< of payments
    Money amount;                             ///< what they settled; below zero where more was given back than taken
    Money tips = Money(0, amount.currency()); ///< given beyond that: no takings, they are for who served (ADR 054)

    friend bool operator==(const MethodTotal &, const MethodTotal &) = default;
};

/// What was moved by one kind.
struct MovementTotal {
    CashMovementKind kind = CashMovementKind::PaidIn;
    std::int64_t count = 0;
    Money amount; ///< not negative; the kind says which way it went

    friend bool operator==(const MovementTotal &, const MovementTotal &) = default;
};

/// How many there were of a note or coin.
struct CountedPiece {
    Money piece; ///< greater than zero: 20.00
    std::int64_t count = 0;

    friend bool operator==(const CountedPiece &, const CountedPiece &) = default;
};

/// Sales of a shift that came after its Z was made, as the next Z of the register tells.
struct LateSales {
    std::int64_t number = 0; ///< of the Z in which they are not
    std::int64_t count = 0;
    Money total;

    friend bool operator==(const LateSales &, const LateSales &) = default;
};

/// The sales and movements of a shift, added up.
struct ShiftFigures {
    std::int64_t saleCount = 0;
    Money salesTotal;               ///< of the totals, before cash rounding
    Money rounding;                 ///< what cash rounding added
    QList<MethodTotal> byMethod;    ///< in the order of PaymentMethod; only those that occurred
    QList<TaxSummary> byTax;        ///< lowest rate first
    QList<MovementTotal> movements; ///< in the order of CashMovementKind; only those that occurred
    Money discounts;                ///< what lines and carts were reduced by; not negative
    Money returns;                  ///< what was credited for what came back; not negative
    Money giftCards =
        Money(0, salesTotal.currency()); ///< what was sold of them: in salesTotal, but no revenue and not taxed
    QString firstNumber;                 ///< receipt numbers, in the order of the numbers; empty without a sale
    QString lastNumber;

    friend bool operator==(const ShiftFigures &, const ShiftFigures &) = default;
};

/// What closes a shift (a Z report): numbered in each register 1, 2, 3… without a gap, made in the transaction that
/// closes, and never changed.
struct ShiftZ {
    std::int64_t number = 0;
    ShiftFigures figures;
    QList<LateSales> late; ///< of earlier shifts of the register, each named once
    Money perpetual;       ///< what all Z of the register came to, late sales in it; never reset

    friend bool operator==(const ShiftZ &, const ShiftZ &) = default;
};

/// All that an X or a Z report says.
struct ShiftTotals {
    std::optional<std::int64_t> number; ///< of a Z; nothing: an X, or a shift from before there were any
    ShiftId shift;
    RegisterId registerId;
    LocationId location;
    QDate businessDay;
    UtcTime openedAt;
    std::optional<PersonId> openedBy;
    std::optional<UtcTime> closedAt; ///< nothing: the shift is open still
    std::optional<PersonId> closedBy;
    Money floatAmount; ///< cash in the drawer at the start
    ShiftFigures figures;
    QList<LateSales> late;
    Money perpetual; ///< of an X: as if the shift were closed now
    Money cashTotal; ///< cash taken less change given
    Money moved;     ///< what the movements changed in the drawer
    Money expected;  ///< float + cash total + moved
    std::optional<Money> counted;
    QList<CountedPiece> pieces;      ///< biggest first; empty where only a sum was counted
    std::optional<Money> difference; ///< counted − expected

    friend bool operator==(const ShiftTotals &, const ShiftTotals &) = default;
};

/// Adds up sales and movements of one shift, in any order. What is in another currency, or past what the wire holds, is
/// left out, as in the sums of a shift (models/selling/shift_rules.h).
class ShiftAdder
{
public:
    explicit ShiftAdder(Currency currency);

    void add(const Sale &sale);
    void add(const CashMovement &movement);
    [[nodiscard]] ShiftFigures figures() const;

private:
    ShiftFigures m_sums;
};

/// What the pieces come to, in the currency of `zero`. Errors: `shift.pieces` for one of another currency, of no
/// worth or below zero, and past what the wire holds.
[[nodiscard]] Result<Money> sumOfPieces(const QList<CountedPiece> &pieces, const Money &zero);

/// Whether what it says adds up by itself: payments = sales + rounding, taxes + gift cards = sales, counts and pieces
/// not negative.
[[nodiscard]] bool addsUp(const ShiftFigures &figures);

/// What the cash sales of these figures put into the drawer, tips in it, and what the movements changed in it.
[[nodiscard]] Money cashOf(const ShiftFigures &figures);
[[nodiscard]] Money movedOf(const ShiftFigures &figures);

} // namespace crema
