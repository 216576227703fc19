// SPDX-License-Identifier: GPL-3.0-or-later
// Movements of cash and what closes a shift, in the store of a register (ADR 049).
#include "sync/store/cash_recording.h"

#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "sync/client/client.h"
#include "sync/store/auditors_reader.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/shop.h"

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

class CashTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        espresso = addProduct(*store, u"Espresso"_s, u"ESP"_s, 1'290);
        ASSERT_TRUE(openShift(*store));
    }

    Result<CashMovement> move(CashMovementKind kind, std::int64_t minor, const QString &reason = {})
    {
        return store->write([&] { return recordCashMovement(*store, {kind, euro(minor), reason, {}}); });
    }
    Result<Shift> close(const ShiftCount &count)
    {
        return store->write([&] { return recordShiftClose(*store, count); });
    }
    Result<ShiftTotals> totals(const std::optional<ShiftId> &shift = {})
    {
        return store->read([&] { return findShiftTotals(*store, shift); });
    }
    Shift openOne() { return *store->rows().selling().openShiftOf(folder.shop.registerInfo.id); }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store = folder.openEnrolled();
    VariantId espresso;
};

TEST_F(CashTest, WhatIsMovedIsExpectedInTheDrawer)
{
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    const auto paidIn = move(CashMovementKind::PaidIn, 5'000, u" Change "_s);
    ASSERT_TRUE(paidIn);
    EXPECT_EQ(paidIn->reason, u"Change"_s);
    EXPECT_EQ(paidIn->shift, openOne().id);
    ASSERT_TRUE(move(CashMovementKind::PaidOut, 300));
    ASSERT_TRUE(move(CashMovementKind::SafeDrop, 4'000));
    ASSERT_TRUE(move(CashMovementKind::NoSale, 0));
    EXPECT_EQ(openOne().movedTotal, euro(700));
    const ShiftTotals x = *totals();
    EXPECT_FALSE(x.number);
    EXPECT_EQ(x.expected, euro(10'000 + 1'290 + 700));
    EXPECT_EQ(x.figures.movements.size(), 4);
    EXPECT_EQ(x.perpetual, euro(1'290));
    const QList<CashMovement> movements = store->rows().cash().movements(openOne().id, 10);
    ASSERT_EQ(movements.size(), 4);
    EXPECT_TRUE(movements.contains(*paidIn));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(CashTest, RefusesWhatCannotBeAndKeepsNothingOfIt)
{
    EXPECT_EQ(move(CashMovementKind::PaidOut, 0).error().code, u"cash.amount"_s);
    EXPECT_EQ(move(CashMovementKind::NoSale, 5).error().code, u"cash.amount"_s);
    EXPECT_TRUE(store->rows().cash().movements({}, 10).isEmpty());
    ASSERT_TRUE(close(euro(10'000)));
    EXPECT_EQ(move(CashMovementKind::PaidIn, 5).error().code, u"shift.not_open"_s);
}

TEST_F(CashTest, TheZIsStoredWithTheClosing)
{
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    ASSERT_TRUE(move(CashMovementKind::SafeDrop, 1'000));
    const QList<CountedPiece> pieces{{euro(10'000), 1}, {euro(10), 29}};
    const auto closed = close({euro(10'290), pieces});
    ASSERT_TRUE(closed) << qPrintable(closed.error().message);
    ASSERT_TRUE(closed->z);
    EXPECT_EQ(closed->z->number, 1);
    EXPECT_EQ(closed->difference(), euro(0));
    EXPECT_EQ(store->rows().selling().shift(closed->id), *closed) << "before anybody is shown it";
    const ShiftTotals z = *totals(closed->id);
    EXPECT_EQ(z.number, 1);
    EXPECT_EQ(z.pieces, pieces);
    EXPECT_EQ(z.figures.firstNumber, u"MAIN-1-000001"_s);
    EXPECT_EQ(z.difference, euro(0));
    EXPECT_TRUE(fitsShift(*closed->z, *closed));
    // As the platform is told: the lowest schema that says it.
    const Operation operation = *store->queue().operationOf(store->queue().unsent(100).last().number);
    EXPECT_EQ(operation.type, operation::shiftClose);
    EXPECT_EQ(operation.schema, 2);
    EXPECT_EQ(body::readShiftClose(operation)->z, closed->z);
}

TEST_F(CashTest, NumbersOfZHaveNoGapAlsoAfterARefusedCount)
{
    EXPECT_EQ(close({euro(10'000), {{euro(1), 1}}}).error().code, u"shift.pieces"_s);
    EXPECT_EQ(close(euro(-1)).error().code, u"shift.counted"_s);
    for (std::int64_t number = 1; number <= 3; ++number) {
        ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
        const auto closed = close(euro(11'290));
        ASSERT_TRUE(closed);
        EXPECT_EQ(closed->z->number, number);
        EXPECT_EQ(closed->z->perpetual, euro(1'290 * number));
        ASSERT_TRUE(openShift(*store));
    }
    const QList<ShiftTotals> reports = findZReports(*store, 2);
    ASSERT_EQ(reports.size(), 2);
    EXPECT_EQ(reports.first().number, 3);
    EXPECT_EQ(store->read([&] { return findZReport(*store, 2); })->perpetual, euro(2'580));
    EXPECT_EQ(store->read([&] { return findZReport(*store, 9); }).error().code, u"shift.unknown_z"_s);
}

/// The shift left the store with what the platform took away: its number is not given again.
TEST_F(CashTest, ANumberIsNotGivenAgainWhenItsShiftIsGone)
{
    const Shift closed = *close(euro(10'000));
    const auto lose = [&]() -> Result<void> {
        store->rows().selling().removeShift(closed.id);
        return {};
    };
    ASSERT_TRUE(store->write(lose));
    ASSERT_TRUE(openShift(*store));
    EXPECT_EQ(close(euro(10'000))->z->number, 2);
}

TEST_F(CashTest, SalesFromBeforeThereWereZAreInTheFirstPerpetualTotal)
{
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    Shift closed = *close(euro(11'290));
    closed.z.reset();
    const auto asBefore = [&]() -> Result<void> {
        store->rows().put({entity::shift.toString(), closed.id.value()}, codec::toJson(closed));
        store->database().run("delete_z_counter", {folder.shop.registerInfo.id});
        return {};
    };
    ASSERT_TRUE(store->write(asBefore));
    EXPECT_FALSE(totals(closed.id)->number);
    EXPECT_EQ(totals(closed.id)->figures.saleCount, 1) << "its figures are told all the same";
    ASSERT_TRUE(openShift(*store));
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    const Shift first = *close(euro(11'290));
    EXPECT_EQ(first.z->number, 1);
    EXPECT_EQ(first.z->perpetual, euro(2'580));
}

TEST_F(CashTest, ASaleWhileTheClockWasBehindIsInTheZ)
{
    folder.clock.advance(-3'600'000);
    ASSERT_TRUE(sell(*store, cashSale({espresso}, 2'000)));
    folder.clock.advance(3'600'000);
    const Shift closed = *close(euro(11'290));
    EXPECT_EQ(closed.z->figures.saleCount, 1);
    EXPECT_TRUE(fitsShift(*closed.z, closed));
}

TEST_F(CashTest, IsADocumentOfTheAuditorsJournal)
{
    ASSERT_TRUE(move(CashMovementKind::PaidOut, 300));
    ASSERT_TRUE(close(euro(9'700)));
    const QList<AuditorEntryView> entries = findEntries(*store, {});
    const auto moved = std::ranges::find(entries, AuditorEntryView::Kind::CashMovement, &AuditorEntryView::kind);
    ASSERT_NE(moved, entries.end());
    EXPECT_EQ(moved->amount, euro(-300));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(CashTest, AsksForTheRightsOfItsKind)
{
    Person barista = folder.shop.person;
    barista.permissions = permissionsOf(Role::Barista);
    const auto signInBarista = [&]() -> Result<void> {
        store->rows().put({entity::person.toString(), barista.id.value()}, codec::toJson(barista));
        store->forgetPlace();
        return {};
    };
    barista.role = Role::Barista;
    ASSERT_TRUE(store->write(signInBarista));
    EXPECT_TRUE(move(CashMovementKind::PaidIn, 100));
    EXPECT_TRUE(move(CashMovementKind::SafeDrop, 100));
    EXPECT_EQ(move(CashMovementKind::PaidOut, 100).error().code, u"auth.not_allowed"_s);
    EXPECT_EQ(move(CashMovementKind::NoSale, 0).error().code, u"auth.not_allowed"_s);
    EXPECT_EQ(close(euro(11'001)).error().code, u"shift.difference_limit"_s);
    const auto closed = close(euro(11'000));
    ASSERT_TRUE(closed) << "10.00 are accepted";
    EXPECT_EQ(closed->z->number, 1) << "a refused closing has no number";
}

} // namespace
} // namespace crema::sync::testing
