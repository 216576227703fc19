// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/business_day.h"
#include "models/selling/receipt_number.h"
#include "models/selling/shift_rules.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace crema {
namespace {

using testing::euro;

Shift fresh(std::int64_t floatMinor = 10'000)
{
    Shift shift;
    shift.id = ShiftId(testing::uuid(7));
    shift.floatAmount = euro(floatMinor);
    return shift;
}

TEST(Shift, OpensWithoutSales)
{
    const auto shift = openShift(fresh(), std::nullopt);
    ASSERT_TRUE(shift);
    EXPECT_EQ(shift->state, ShiftState::Open);
    EXPECT_EQ(shift->cashTotal, euro(0));
    EXPECT_EQ(shift->difference(), euro(0));
}

TEST(Shift, OpensOnceAtARegister)
{
    const Shift open = openShift(fresh(), std::nullopt).value();
    const auto second = openShift(fresh(), open);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, QStringLiteral("shift.already_open"));
    const Shift closed = closeShift(open, euro(10'000), std::nullopt, UtcTime(1)).value();
    EXPECT_TRUE(openShift(fresh(), closed));
    EXPECT_EQ(openShift(fresh(-1), std::nullopt).error().code, QStringLiteral("shift.float"));
}

TEST(Shift, ExpectsFloatAndCashWithoutChange)
{
    Sale sale;
    sale.total = euro(1293);
    sale.payments = {{PaymentMethod::Card, euro(500), euro(500), euro(0)},
                     {PaymentMethod::Cash, euro(795), euro(1000), euro(205)}};
    const Shift open = recordSale(openShift(fresh(), std::nullopt).value(), sale);
    EXPECT_EQ(open.saleCount, 1);
    EXPECT_EQ(open.salesTotal, euro(1293));
    EXPECT_EQ(open.cashTotal, euro(795));
    const PersonId person(testing::uuid(8));
    const auto closed = closeShift(open, euro(10'700), person, UtcTime(99));
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->expected, euro(10'795));
    EXPECT_EQ(closed->difference(), euro(-95));
    EXPECT_EQ(closed->closedBy, person);
    EXPECT_EQ(closed->closedAt, UtcTime(99));
}

TEST(Shift, ClosesOnce)
{
    const Shift closed =
        closeShift(openShift(fresh(), std::nullopt).value(), euro(0), std::nullopt, UtcTime(1)).value();
    const auto again = closeShift(closed, euro(0), std::nullopt, UtcTime(2));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, QStringLiteral("shift.not_open"));
}

TEST(Shift, RefusesACountThatCannotBe)
{
    const Shift open = openShift(fresh(), std::nullopt).value();
    EXPECT_EQ(closeShift(open, euro(-1), std::nullopt, UtcTime(1)).error().code, QStringLiteral("shift.counted"));
    EXPECT_EQ(closeShift(open, Money(1, testing::currency(u"USD")), std::nullopt, UtcTime(1)).error().code,
              QStringLiteral("shift.counted"));
}

TEST(Shift, SurvivesSalesThatCannotBeAdded)
{
    Sale dollars;
    dollars.total = Money(5, testing::currency(u"USD"));
    dollars.payments = {{PaymentMethod::Cash, dollars.total, dollars.total, dollars.total}};
    Sale huge;
    huge.total = euro(std::numeric_limits<std::int64_t>::max());
    huge.payments = {{PaymentMethod::Cash, huge.total, huge.total, euro(0)}};
    const Shift shift = recordSale(recordSale(openShift(fresh(), std::nullopt).value(), dollars), huge);
    EXPECT_EQ(shift.saleCount, 2);
    EXPECT_EQ(shift.cashTotal, euro(0));
}

TEST(Shift, CountsALateSaleIntoWhatIsExpected)
{
    const Shift closed =
        closeShift(openShift(fresh(), std::nullopt).value(), euro(10'000), std::nullopt, UtcTime(1)).value();
    Sale late;
    late.total = euro(500);
    late.payments = {{PaymentMethod::Cash, euro(500), euro(500), euro(0)}};
    const Shift after = recordSale(closed, late);
    EXPECT_EQ(after.cashTotal, euro(500));
    EXPECT_EQ(after.expected, euro(10'500));
    EXPECT_EQ(after.difference(), euro(-500));
    EXPECT_EQ(after.state, ShiftState::Closed);
}

RC_GTEST_PROP(Shift, ClosesWithoutDifferenceWhenTheDrawerHoldsItsCash, ())
{
    Shift shift = openShift(fresh(*rc::gen::inRange<std::int64_t>(0, 50'000)), std::nullopt).value();
    Money drawer = shift.floatAmount;
    const auto sales = *testing::fewOf<Sale>(4, testing::sale());
    for (const Sale &sale : sales) {
        shift = recordSale(shift, sale);
        for (const Payment &payment : sale.payments) {
            if (payment.method == PaymentMethod::Cash)
                drawer += payment.tendered - payment.change;
        }
    }
    const Shift closed = closeShift(shift, drawer, std::nullopt, UtcTime(1)).value();
    RC_ASSERT(closed.difference() == euro(0));
}

TEST(ReceiptNumber, ReadsOnlyWhatItWrites)
{
    const auto number = ReceiptNumber::fromString(u"MAIN-2-000123");
    ASSERT_TRUE(number);
    EXPECT_EQ(*number, (ReceiptNumber{QStringLiteral("MAIN"), QStringLiteral("2"), 123}));
    EXPECT_EQ(number->next().toString(), QStringLiteral("MAIN-2-000124"));
    EXPECT_EQ(ReceiptNumber::fromString(u"A-B1-999999")->next().toString(), QStringLiteral("A-B1-1000000"));
    EXPECT_TRUE(ReceiptNumber::fromString(u"A-B1-1000000"));
    for (const char16_t *text :
         {u"", u"MAIN-2", u"MAIN-2-123", u"MAIN-2-0000123", u"MAIN-2-000000", u"MAIN-2-+00123", u"main-2-000123",
          u"MAIN--000123", u"-2-000123", u"MAIN-2-00012a", u"MAIN-2-000123 ", u"MAIN-2-3-000123",
          u"M\u00dcNCHEN-2-000123"
          u"MAIN-2-99999999999999999999",
          u"ABCDEFGHIJKLM-1-000001"}) {
        EXPECT_FALSE(ReceiptNumber::fromString(text)) << QString::fromUtf16(text).toStdString();
    }
}

QDate dayOf(QStringView time, const char *zone, int cutOff = 0)
{
    return businessDay(UtcTime::fromString(time).value(), zone, cutOff);
}

TEST(BusinessDay, FollowsTheWallClockOfTheZone)
{
    EXPECT_EQ(dayOf(u"2026-11-20T22:59:59.999Z", "Europe/Berlin"), QDate(2026, 11, 20));
    EXPECT_EQ(dayOf(u"2026-11-20T23:00:00.000Z", "Europe/Berlin"), QDate(2026, 11, 21));
    EXPECT_EQ(dayOf(u"2026-11-21T02:30:00.000Z", "America/Sao_Paulo"), QDate(2026, 11, 20));
    EXPECT_EQ(dayOf(u"2026-11-20T23:30:00.000Z", "No/Where"), QDate(2026, 11, 20));
}

TEST(BusinessDay, LastsUntilTheCutOff)
{
    EXPECT_EQ(dayOf(u"2026-11-21T02:59:00.000Z", "Europe/Berlin", 240), QDate(2026, 11, 20));
    EXPECT_EQ(dayOf(u"2026-11-21T03:00:00.000Z", "Europe/Berlin", 240), QDate(2026, 11, 21));
}

TEST(BusinessDay, KeepsItsCutOffInTheNightsWhenClocksChange)
{
    // 2026-03-29: 02:00 becomes 03:00. 2026-10-25: 03:00 becomes 02:00.
    EXPECT_EQ(dayOf(u"2026-03-29T01:59:00.000Z", "Europe/Berlin", 240), QDate(2026, 3, 28));
    EXPECT_EQ(dayOf(u"2026-03-29T02:00:00.000Z", "Europe/Berlin", 240), QDate(2026, 3, 29));
    EXPECT_EQ(dayOf(u"2026-10-25T02:59:00.000Z", "Europe/Berlin", 240), QDate(2026, 10, 24));
    EXPECT_EQ(dayOf(u"2026-10-25T03:00:00.000Z", "Europe/Berlin", 240), QDate(2026, 10, 25));
}

} // namespace
} // namespace crema
