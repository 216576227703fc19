// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 20: what a count saw, and what came late.
#include "models/stock/count_result.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace crema {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr UtcTime noon{1'764'000'000'000};

QUuid uuid(quint32 number)
{
    return {number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0};
}

const VariantId coffee(uuid(1));

MovementStream device(quint32 number)
{
    return {DeviceId(uuid(number)), 1};
}

const MovementStream counter = device(100);
const MovementStream till = device(101);

CountLine found(std::int64_t units, UtcTime at = noon)
{
    static quint32 number = 1'000;
    CountLine line;
    line.id = OperationId(uuid(++number));
    line.turn = OperationId(uuid(500));
    line.turnBegan = noon;
    line.variant = coffee;
    line.quantity = Quantity(units);
    line.scanned = {at, 0};
    line.counter = counter;
    line.mark = {{counter, 0}};
    return line;
}

NumberedMovement moved(const MovementStream &stream, std::int64_t number, std::int64_t units, UtcTime at)
{
    return {MovementId(uuid(static_cast<quint32>(10'000 * number) + stream.device.value().data1)), stream, number,
            Quantity(units), ClockMoment{at}};
}

TEST(CountLine, RefusesWhatCannotBeCounted)
{
    EXPECT_TRUE(checkedCountLine(found(0)));
    EXPECT_TRUE(checkedCountLine(found(Quantity::maxLine)));
    for (const std::int64_t units : {std::int64_t(-1), Quantity::maxLine + 1})
        EXPECT_EQ(checkedCountLine(found(units)).error().code, QStringLiteral("count.quantity"));
    CountLine line = found(1);
    line.zone = QString(CountLine::maxZone + 1, u'z');
    EXPECT_EQ(checkedCountLine(line).error().code, QStringLiteral("count.zone"));
    line = found(1);
    line.mark.clear();
    EXPECT_EQ(checkedCountLine(line).error().code, QStringLiteral("count.mark"));
    line.mark = {{counter, 0}, {till, -1}};
    EXPECT_EQ(checkedCountLine(line).error().code, QStringLiteral("count.mark"));
}

TEST(Count, JudgesByTheMarkThenByTheCountersOwnOrderThenByTheClocks)
{
    CountLine line = found(10);
    line.mark = {{counter, 3}, {till, 7}};
    EXPECT_EQ(sideOf(moved(till, 7, -1, noon.plusMs(60 * minute)), line), CountSide::Before);
    EXPECT_EQ(sideOf(moved(counter, 3, -1, noon.plusMs(60 * minute)), line), CountSide::Before);
    EXPECT_EQ(sideOf(moved(counter, 4, -1, noon.plusMs(-60 * minute)), line), CountSide::After);
    EXPECT_EQ(sideOf(moved(till, 8, -1, noon.plusMs(-5 * minute - 1)), line), CountSide::Before);
    EXPECT_EQ(sideOf(moved(till, 8, -1, noon.plusMs(-5 * minute)), line), CountSide::Unclear);
    EXPECT_EQ(sideOf(moved(till, 8, -1, noon.plusMs(5 * minute)), line), CountSide::Unclear);
    EXPECT_EQ(sideOf(moved(till, 8, -1, noon.plusMs(5 * minute + 1)), line), CountSide::After);
}

/// Failure 8 of the product: begun at 100, sold 10 (3 of them from an offline till that sync after the count was
/// posted), received 20, counted 108.
TEST(Count, DoesNotDestroyStock)
{
    const MovementStream offline = device(102);
    CountLine line = found(108);
    line.mark = {{counter, 1}, {till, 7}};
    QList<NumberedMovement> movements{moved(counter, 1, 100, noon.plusMs(-90 * minute))};
    for (int sale = 1; sale <= 7; ++sale)
        movements.append(moved(till, sale, -1, noon.plusMs(-30 * minute)));
    movements.append(moved(counter, 2, 20, noon.plusMs(minute)));

    const auto posted = countResult({line}, coffee, movements);
    ASSERT_TRUE(posted);
    EXPECT_EQ(posted->expected, Quantity(93));
    EXPECT_EQ(posted->variance(), Quantity(15));
    EXPECT_EQ(posted->onHand(), Quantity(128));
    EXPECT_EQ(countResult({line, line}, coffee, movements), posted); // posted twice

    QList<NumberedMovement> late = movements;
    for (int sale = 1; sale <= 3; ++sale)
        late.append(moved(offline, sale, -1, noon.plusMs(-20 * minute)));
    const auto afterwards = countResult({line}, coffee, late);
    ASSERT_TRUE(afterwards);
    EXPECT_EQ(afterwards->variance(), Quantity(18)); // their stock was gone already when it was counted
    EXPECT_EQ(afterwards->onHand(), Quantity(128));

    late = movements;
    for (int sale = 1; sale <= 3; ++sale)
        late.append(moved(offline, sale, -1, noon.plusMs(20 * minute)));
    const auto sold = countResult({line}, coffee, late);
    ASSERT_TRUE(sold);
    EXPECT_EQ(sold->variance(), posted->variance());
    EXPECT_EQ(sold->onHand(), Quantity(125));
}

TEST(Count, ShowsWhatTheClocksDoNotTellUntilAPersonDecides)
{
    const NumberedMovement sale = moved(till, 1, -2, noon.plusMs(minute));
    const auto open = countResult({found(10)}, coffee, {sale});
    ASSERT_TRUE(open);
    EXPECT_EQ(open->unclear, QList{sale.id});
    EXPECT_EQ(open->onHand(), Quantity(8));
    const auto before = countResult({found(10)}, coffee, {sale}, {{sale.id, CountSide::Before}});
    ASSERT_TRUE(before);
    EXPECT_TRUE(before->unclear.isEmpty());
    EXPECT_EQ(before->onHand(), Quantity(10));
    EXPECT_EQ(before->variance(), Quantity(12));
    const auto after = countResult({found(10)}, coffee, {sale}, {{sale.id, CountSide::After}});
    ASSERT_TRUE(after);
    EXPECT_EQ(after->onHand(), Quantity(8));
    EXPECT_EQ(after->variance(), Quantity(10));
}

TEST(Count, LetsTheOrderOfAStreamTellWhatItsClockDoesNot)
{
    const NumberedMovement unclear = moved(till, 1, -1, noon.plusMs(-minute));
    const NumberedMovement before = moved(till, 2, -1, noon.plusMs(-6 * minute));
    const auto result = countResult({found(5)}, coffee, {unclear, before});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->expected, Quantity(-2));
    const NumberedMovement after = moved(till, 3, -1, noon.plusMs(6 * minute));
    const NumberedMovement later = moved(till, 4, -1, noon.plusMs(2 * minute));
    const auto more = countResult({found(5)}, coffee, {unclear, before, after, later});
    ASSERT_TRUE(more);
    EXPECT_EQ(more->moved, Quantity(-2));
    EXPECT_TRUE(more->unclear.isEmpty());
    // A clock that stepped back while selling: nothing is sure about it.
    const auto stepped =
        countResult({found(5)}, coffee,
                    {moved(till, 1, -1, noon.plusMs(6 * minute)), moved(till, 2, -1, noon.plusMs(-6 * minute))});
    ASSERT_TRUE(stepped);
    EXPECT_EQ(stepped->unclear.size(), 2);
}

TEST(Count, AddsZonesUpAndTakesALaterTurnInPlaceOfAnEarlierOne)
{
    CountLine shelf = found(4);
    shelf.zone = QStringLiteral("shelf");
    CountLine store = found(20);
    store.zone = QStringLiteral("store room");
    CountLine another = found(2);
    another.zone = QStringLiteral("shelf");
    EXPECT_EQ(countResult({shelf, store, another}, coffee, {})->counted, Quantity(26));

    CountLine again = found(5);
    again.zone = QStringLiteral("shelf");
    again.turn = OperationId(uuid(501));
    again.turnBegan = noon.plusMs(minute);
    EXPECT_EQ(countResult({shelf, store, another, again}, coffee, {})->counted, Quantity(25));

    CountLine empty = again;
    empty.variant = VariantId(uuid(2)); // the turn found something else there only
    EXPECT_EQ(countResult({shelf, store, another, empty}, coffee, {})->counted, Quantity(20));
}

TEST(Count, IsUnclearBetweenTheScansOfTwoZones)
{
    CountLine shelf = found(4, noon);
    shelf.zone = QStringLiteral("shelf");
    CountLine store = found(20, noon.plusMs(60 * minute));
    store.zone = QStringLiteral("store room");
    const auto result =
        countResult({shelf, store}, coffee,
                    {moved(till, 1, -1, noon.plusMs(-10 * minute)), moved(till, 2, -1, noon.plusMs(30 * minute)),
                     moved(till, 3, -1, noon.plusMs(70 * minute))});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->expected, Quantity(-1));
    EXPECT_EQ(result->unclear.size(), 1);
    EXPECT_EQ(result->moved, Quantity(-1));
}

TEST(Count, AnswersNothingWhereNothingWasCountedOrASumDoesNotFit)
{
    EXPECT_FALSE(countResult({}, coffee, {}));
    EXPECT_FALSE(countResult({found(1)}, VariantId(uuid(2)), {}));
    const std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    EXPECT_FALSE(countResult({found(1)}, coffee, {moved(counter, 1, huge, noon)}));
}

/// What really happened: devices with clocks that are wrong by no more than they are said to be uncertain.
struct World {
    CountLine line;
    QList<NumberedMovement> movements;
    QHash<MovementId, bool> wasBefore;
};

World anyWorld()
{
    World world;
    const auto devices = *rc::gen::inRange(1, 5);
    const auto scanned = *rc::gen::inRange<std::int64_t>(-30 * minute, 30 * minute);
    world.line = found(*rc::gen::inRange<std::int64_t>(0, 1'000));
    for (int index = 0; index < devices; ++index) {
        const MovementStream stream = index == 0 ? counter : device(100 + static_cast<quint32>(index));
        const std::int64_t uncertain = *rc::gen::element<std::int64_t>(0, 2'000, ClockMoment::silentUncertaintyMs);
        const std::int64_t error = *rc::gen::inRange<std::int64_t>(-uncertain, uncertain + 1);
        auto times =
            *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(-60 * minute, 60 * minute));
        std::sort(times.begin(), times.end());
        std::int64_t before = 0;
        for (std::size_t at = 0; at < times.size(); ++at) {
            const auto number = static_cast<std::int64_t>(at) + 1;
            NumberedMovement movement = moved(stream, number, *rc::gen::inRange<std::int64_t>(-20, 20), noon);
            movement.happened = {noon.plusMs(times[at] + error), uncertain};
            const bool isBefore = times[at] <= scanned;
            before = isBefore ? number : before;
            world.wasBefore.insert(movement.id, isBefore);
            world.movements.append(movement);
        }
        if (index == 0) {
            world.line.scanned = {noon.plusMs(scanned + error), uncertain};
            world.line.mark = {{counter, before}};
        } else if (*rc::gen::arbitrary<bool>()) {
            world.line.mark.insert(stream, *rc::gen::inRange<std::int64_t>(0, before + 1));
        }
    }
    return world;
}

RC_GTEST_PROP(CountProperty, WhatIsClearIsTrue, ())
{
    const World world = anyWorld();
    const auto result = countResult({world.line}, coffee, world.movements);
    RC_ASSERT(result.has_value());
    Quantity before;
    Quantity all;
    for (const NumberedMovement &movement : world.movements) {
        all += movement.delta;
        if (!result->unclear.contains(movement.id) && world.wasBefore.value(movement.id))
            before += movement.delta;
    }
    RC_ASSERT(result->expected == before);
    // The ledger plus the variance is what lies there: each movement counts on one side.
    RC_ASSERT(result->onHand() == all + result->variance());
}

RC_GTEST_PROP(CountProperty, AsDecidedByOneWhoSawItIsTheTruth, ())
{
    const World world = anyWorld();
    CountDecisions decisions;
    Quantity sold = world.line.quantity;
    for (const NumberedMovement &movement : world.movements) {
        const bool before = world.wasBefore.value(movement.id);
        decisions.insert(movement.id, before ? CountSide::Before : CountSide::After);
        if (!before)
            sold += movement.delta;
    }
    const auto result = countResult({world.line}, coffee, world.movements, decisions);
    RC_ASSERT(result.has_value());
    RC_ASSERT(result->unclear.isEmpty());
    RC_ASSERT(result->onHand() == sold);
}

RC_GTEST_PROP(CountProperty, TheOrderOfArrivalAndRepeatsChangeNothing, ())
{
    const World world = anyWorld();
    QList<NumberedMovement> arrived = world.movements;
    for (qsizetype at = arrived.size(); at > 1; --at)
        arrived.swapItemsAt(at - 1, *rc::gen::inRange<qsizetype>(0, at));
    if (!arrived.isEmpty())
        arrived.append(arrived.constFirst());
    RC_ASSERT(countResult({world.line, world.line}, coffee, arrived) ==
              countResult({world.line}, coffee, world.movements));
}

/// A movement that comes late changes the variance or what is on hand, once, never both.
RC_GTEST_PROP(CountProperty, ALateMovementCountsOnOneSide, ())
{
    const World world = anyWorld();
    RC_PRE(!world.movements.isEmpty());
    QList<NumberedMovement> without = world.movements;
    const NumberedMovement late = without.takeLast(); // the last of its stream, as a late one is
    const auto before = countResult({world.line}, coffee, without);
    const auto after = countResult({world.line}, coffee, world.movements);
    RC_ASSERT(before.has_value() && after.has_value());
    const bool both = after->variance() != before->variance() && after->onHand() != before->onHand();
    // Its number may also tell on which side earlier ones of its device lie; without that it is one or the other.
    if (after->unclear.contains(late.id) || before->unclear == after->unclear)
        RC_ASSERT(!both || late.delta.isZero());
    RC_ASSERT(after->onHand() + -after->variance() == before->onHand() + -before->variance() + late.delta);
}

} // namespace
} // namespace crema
