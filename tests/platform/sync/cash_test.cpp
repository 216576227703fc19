// SPDX-License-Identifier: GPL-3.0-or-later
// Movements of cash and Z that arrive at the platform: facts, kept as they are and looked at (ADR 049).
#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/selling/shift_rules.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

class CashAtThePlatformTest : public CompanyTest
{
protected:
    void SetUp() override
    {
        CompanyTest::SetUp();
        till = enrolTill();
    }

    std::optional<Shift> held()
    {
        const QList<FeedRow> rows = pullAll(till);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::shift && row.entityId == shift.value())
                return *codec::readShift(row.entity.json());
        }
        return std::nullopt;
    }

    Outcome move(CashMovementKind kind, std::int64_t minor)
    {
        return pushOne(till, moveCash(till, newId<CashMovementId>(), shift, kind, minor)).outcome;
    }

    /// As a register closes it that has this of it.
    Operation closing(std::int64_t counted, const ShiftFigures &figures, const QList<CountedPiece> &pieces = {})
    {
        const Money expected = Money(10'000, figures.salesTotal.currency()) + cashOf(figures) + movedOf(figures);
        const body::ShiftClose body{Money(counted, expected.currency()), expected, pieces, nextZ(figures, {}, {})};
        Operation operation =
            operationOf(till, operation::shiftClose, {entity::shift.toString(), shift.value()}, body::toJson(body));
        operation.schema = body.schema();
        return operation;
    }

    ShiftFigures figuresWith(const QList<CashMovement> &movements)
    {
        ShiftAdder adder(*Currency::fromCode(u"EUR"));
        for (const CashMovement &movement : movements)
            adder.add(movement);
        return adder.figures();
    }

    CashMovement movement(CashMovementKind kind, std::int64_t minor)
    {
        CashMovement moved;
        moved.kind = kind;
        moved.amount = Money(minor, *Currency::fromCode(u"EUR"));
        return moved;
    }

    std::int64_t reviews(const QByteArray &code)
    {
        return countOf("select count(*) from sync.review where code = '" + code + "'");
    }

    Till till;
    ShiftId shift = newId<ShiftId>();
};

TEST_F(CashAtThePlatformTest, WhatIsMovedStandsInItsShiftAndInTheFeed)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(move(CashMovementKind::PaidIn, 500), Outcome::Applied);
    EXPECT_EQ(move(CashMovementKind::SafeDrop, 2'000), Outcome::Applied);
    EXPECT_EQ(held()->movedTotal.minor(), -1'500);
    const QList<FeedRow> rows = pullAll(till);
    EXPECT_EQ(std::ranges::count(rows, entity::cashMovement.toString(), &FeedRow::entityType), 2);
    EXPECT_EQ(countOf("select count(*) from sales.cash_movement"), 2);
}

TEST_F(CashAtThePlatformTest, AShiftThatComesLateTakesUpItsMovements)
{
    EXPECT_EQ(move(CashMovementKind::PaidIn, 500), Outcome::Applied);
    EXPECT_EQ(reviews("cash.unknown_shift"), 1);
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(held()->movedTotal.minor(), 500);
}

TEST_F(CashAtThePlatformTest, AnotherMovementOfTheSameIdIsSetAside)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    const auto id = newId<CashMovementId>();
    EXPECT_EQ(pushOne(till, moveCash(till, id, shift, CashMovementKind::PaidIn, 5)).outcome, Outcome::Applied);
    EXPECT_EQ(pushOne(till, moveCash(till, id, shift, CashMovementKind::PaidIn, 7)).outcome, Outcome::DeadLetter);
    EXPECT_EQ(held()->movedTotal.minor(), 5);
}

TEST_F(CashAtThePlatformTest, AZThatFitsIsKeptAndNobodyIsAsked)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(move(CashMovementKind::PaidIn, 500), Outcome::Applied);
    const ShiftFigures figures = figuresWith({movement(CashMovementKind::PaidIn, 500)});
    EXPECT_EQ(pushOne(till, closing(10'500, figures)).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("shift.z_differs"), 0);
    EXPECT_EQ(held()->z->number, 1);
    EXPECT_EQ(held()->z->figures, figures);
    // What comes now changes what is expected and leaves the Z.
    EXPECT_EQ(move(CashMovementKind::PaidIn, 30), Outcome::Applied);
    EXPECT_EQ(reviews("cash.after_close"), 1);
    EXPECT_EQ(held()->expected->minor(), 10'530);
    EXPECT_EQ(held()->z->figures, figures);
}

TEST_F(CashAtThePlatformTest, AZThatSaysSomethingElseIsKeptAndLookedAt)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    const ShiftFigures figures = figuresWith({movement(CashMovementKind::PaidIn, 500)});
    EXPECT_EQ(pushOne(till, closing(10'500, figures)).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("shift.z_differs"), 1);
    EXPECT_EQ(reviews("shift.expected_differs"), 1);
    EXPECT_EQ(held()->z->figures, figures);
}

TEST_F(CashAtThePlatformTest, PiecesThatDoNotComeToTheSumAreLookedAt)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    const QList<CountedPiece> pieces{{Money(5'000, *Currency::fromCode(u"EUR")), 1}};
    EXPECT_EQ(pushOne(till, closing(10'000, figuresWith({}), pieces)).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("shift.z_differs"), 1);
    EXPECT_EQ(held()->pieces, pieces);
}

} // namespace
} // namespace crema::testing
