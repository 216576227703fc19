// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/shift_totals.h"

#include "models/selling/shift_rules.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using testing::euro;

CashMovement movement(CashMovementKind kind, std::int64_t minor)
{
    CashMovement moved;
    moved.kind = kind;
    moved.amount = euro(minor);
    return moved;
}

Shift opened(std::int64_t floatMinor = 10'000)
{
    Shift shift;
    shift.id = ShiftId(testing::uuid(7));
    shift.floatAmount = euro(floatMinor);
    return openShift(shift, std::nullopt).value();
}

rc::Gen<CashMovement> anyMovement()
{
    return rc::gen::map(rc::gen::pair(rc::gen::elementOf(std::vector<CashMovementKind>(allCashMovementKinds.begin(),
                                                                                       allCashMovementKinds.end())),
                                      rc::gen::inRange<std::int64_t>(1, 100'000)),
                        [](const auto &drawn) {
                            const bool isNothing = drawn.first == CashMovementKind::NoSale;
                            return movement(drawn.first, isNothing ? 0 : drawn.second);
                        });
}

TEST(CashMovement, MovesTheWayItsKindSays)
{
    EXPECT_EQ(drawerChange(movement(CashMovementKind::PaidIn, 500)), euro(500));
    EXPECT_EQ(drawerChange(movement(CashMovementKind::PaidOut, 500)), euro(-500));
    EXPECT_EQ(drawerChange(movement(CashMovementKind::SafeDrop, 500)), euro(-500));
    EXPECT_EQ(drawerChange(movement(CashMovementKind::NoSale, 0)), euro(0));
    for (const CashMovementKind kind : allCashMovementKinds)
        EXPECT_EQ(cashMovementKindFromText(cashMovementKindText(kind)), kind);
}

TEST(CashMovement, IsRefusedWhereItCannotBe)
{
    const auto codeOf = [](const CashMovement &moved) {
        const auto checked = checkedCashMovement(moved, testing::currency(u"EUR"));
        return checked ? QString() : checked.error().code;
    };
    EXPECT_EQ(codeOf(movement(CashMovementKind::PaidIn, 0)), u"cash.amount"_s);
    EXPECT_EQ(codeOf(movement(CashMovementKind::PaidOut, -5)), u"cash.amount"_s);
    EXPECT_EQ(codeOf(movement(CashMovementKind::PaidOut, std::numeric_limits<std::int64_t>::max())), u"cash.amount"_s);
    EXPECT_EQ(codeOf(movement(CashMovementKind::NoSale, 5)), u"cash.amount"_s);
    CashMovement moved = movement(CashMovementKind::PaidIn, 5);
    moved.reason = QString(101, u'x');
    EXPECT_EQ(codeOf(moved), u"cash.text"_s);
    moved.reason = u"two\nlines"_s;
    EXPECT_EQ(codeOf(moved), u"cash.text"_s);
    moved.reason = u"  Milk "_s;
    moved.note = u"two\nlines"_s;
    ASSERT_EQ(codeOf(moved), QString());
    EXPECT_EQ(checkedCashMovement(moved, testing::currency(u"EUR"))->reason, u"Milk"_s);
    EXPECT_EQ(checkedCashMovement(moved, testing::currency(u"CHF")).error().code, u"cash.currency"_s);
}

RC_GTEST_PROP(ShiftTotals, AShiftAlwaysClosesWithoutDifferenceWhenTheDrawerHoldsItsCash, ())
{
    Shift shift = opened(*rc::gen::inRange<std::int64_t>(0, 50'000));
    Money drawer = shift.floatAmount;
    ShiftAdder adder(shift.floatAmount.currency());
    const auto sales = *testing::fewOf<Sale>(4, testing::sale());
    for (const Sale &sale : sales) {
        shift = recordSale(shift, sale);
        adder.add(sale);
        for (const Payment &payment : sale.payments) {
            if (payment.method == PaymentMethod::Cash)
                drawer += payment.tendered - payment.change;
        }
    }
    const auto movements = *rc::gen::container<std::vector<CashMovement>>(anyMovement());
    for (const CashMovement &moved : movements) {
        shift = recordMovement(shift, moved);
        adder.add(moved);
        drawer += drawerChange(moved);
    }
    RC_PRE(!drawer.isNegative());
    RC_ASSERT(shift.saleCount == std::int64_t(sales.size()));
    const Shift closed = closeShift(shift, drawer, std::nullopt, UtcTime(1)).value();
    RC_ASSERT(closed.expected == drawer);
    RC_ASSERT(closed.difference() == euro(0));
    // And its Z says the same.
    const ShiftZ z = nextZ(adder.figures(), {}, {});
    RC_ASSERT(addsUp(z.figures));
    RC_ASSERT(fitsShift(z, shift));
    Shift withZ = closed;
    withZ.z = z;
    RC_ASSERT(totalsOf(withZ, {}).expected == drawer);
    RC_ASSERT(totalsOf(withZ, {}).difference == euro(0));
}

RC_GTEST_PROP(ShiftTotals, TheOrderDoesNotMatter, ())
{
    auto sales = *testing::fewOf<Sale>(4, testing::sale());
    auto movements = *rc::gen::container<std::vector<CashMovement>>(anyMovement());
    ShiftAdder forwards(testing::currency(u"EUR"));
    for (const Sale &sale : sales)
        forwards.add(sale);
    for (const CashMovement &moved : movements)
        forwards.add(moved);
    ShiftAdder backwards(testing::currency(u"EUR"));
    for (auto moved = movements.rbegin(); moved != movements.rend(); ++moved)
        backwards.add(*moved);
    for (auto sale = sales.rbegin(); sale != sales.rend(); ++sale)
        backwards.add(*sale);
    RC_ASSERT(forwards.figures() == backwards.figures());
}

TEST(ShiftTotals, PiecesComeToTheSum)
{
    const QList<CountedPiece> pieces{{euro(5'000), 2}, {euro(5), 3}};
    EXPECT_EQ(sumOfPieces(pieces, euro(0)), euro(10'015));
    const Shift shift = opened();
    EXPECT_TRUE(closeShift(shift, {euro(10'015), pieces}, std::nullopt, UtcTime(1)));
    EXPECT_EQ(closeShift(shift, {euro(10'014), pieces}, std::nullopt, UtcTime(1)).error().code, u"shift.pieces"_s);
    EXPECT_EQ(sumOfPieces({{euro(5), -1}}, euro(0)).error().code, u"shift.pieces"_s);
    EXPECT_EQ(sumOfPieces({{euro(0), 1}}, euro(0)).error().code, u"shift.pieces"_s);
    EXPECT_EQ(sumOfPieces({{euro(5'000), std::numeric_limits<std::int64_t>::max()}}, euro(0)).error().code,
              u"shift.pieces"_s);
    EXPECT_EQ(sumOfPieces({{Money(5, testing::currency(u"USD")), 1}}, euro(0)).error().code, u"shift.pieces"_s);
}

Sale saleOf(std::int64_t minor)
{
    Sale sale;
    sale.number = u"MAIN-1-000001"_s;
    sale.total = euro(minor);
    sale.rounding = euro(0);
    sale.taxes = {{TaxRate(0), euro(minor), euro(0), euro(minor)}};
    sale.payments = {{PaymentMethod::Cash, euro(minor), euro(minor), euro(0)}};
    return sale;
}

TEST(ShiftTotals, TipsAreNoTakingsAndThoseInCashLieInTheDrawer)
{
    Sale cash = saleOf(1'000);
    cash.payments[0].tip = euro(50);
    Sale card = saleOf(2'000);
    card.payments = {{PaymentMethod::Card, euro(2'000), euro(2'200), euro(0), {}, euro(200)}};
    ShiftAdder adder(testing::currency(u"EUR"));
    adder.add(cash);
    adder.add(card);
    const ShiftFigures figures = adder.figures();
    EXPECT_EQ(figures.salesTotal, euro(3'000));
    EXPECT_EQ(figures.byMethod, (QList<MethodTotal>{{PaymentMethod::Cash, 1, euro(1'000), euro(50)},
                                                    {PaymentMethod::Card, 1, euro(2'000), euro(200)}}));
    EXPECT_TRUE(addsUp(figures));
    EXPECT_EQ(cashOf(figures), euro(1'050));
    const Shift shift = recordSale(recordSale(opened(), cash), card);
    EXPECT_EQ(shift.salesTotal, euro(3'000));
    EXPECT_EQ(shift.cashTotal, euro(1'050));
    EXPECT_TRUE(fitsShift(nextZ(figures, {}, {0, euro(0)}), shift));
}

Shift closedWith(const Shift &open, const ShiftZ &z)
{
    Shift closed = closeShift(open, open.floatAmount, std::nullopt, UtcTime(1)).value();
    closed.z = z;
    return closed;
}

TEST(ShiftTotals, ALateSaleIsNamedInExactlyOneLaterZ)
{
    ShiftAdder first(testing::currency(u"EUR"));
    first.add(saleOf(1'000));
    const ShiftZ one = nextZ(first.figures(), {}, {0, euro(0)});
    EXPECT_EQ(one.number, 1);
    EXPECT_EQ(one.perpetual, euro(1'000));
    Shift before = closedWith(recordSale(opened(), saleOf(1'000)), one);
    before = recordSale(before, saleOf(300));
    EXPECT_EQ(before.z, one) << "a Z does not change";
    EXPECT_EQ(totalsOf(before, {}).expected, euro(11'000));

    const ShiftZ two = nextZ(ShiftAdder(testing::currency(u"EUR")).figures(), {before}, {1, one.perpetual});
    EXPECT_EQ(two.number, 2);
    EXPECT_EQ(two.late, (QList<LateSales>{{1, 1, euro(300)}}));
    EXPECT_EQ(two.perpetual, euro(1'300));
    const Shift second = closedWith(opened(), two);
    const ShiftZ three = nextZ(ShiftAdder(testing::currency(u"EUR")).figures(), {second, before}, {2, two.perpetual});
    EXPECT_TRUE(three.late.isEmpty()) << "it is named already";
    EXPECT_EQ(three.perpetual, euro(1'300));
}

TEST(ShiftTotals, AZThatSaysAnythingElseDoesNotFitItsShift)
{
    ShiftAdder adder(testing::currency(u"EUR"));
    adder.add(saleOf(1'000));
    adder.add(movement(CashMovementKind::SafeDrop, 400));
    const ShiftZ z = nextZ(adder.figures(), {}, {});
    const Shift shift = recordMovement(recordSale(opened(), saleOf(1'000)), movement(CashMovementKind::SafeDrop, 400));
    ASSERT_TRUE(fitsShift(z, shift));
    EXPECT_FALSE(fitsShift(z, recordSale(shift, saleOf(1))));
    EXPECT_FALSE(fitsShift(z, recordMovement(shift, movement(CashMovementKind::PaidIn, 1))));
    ShiftZ other = z;
    other.figures.byTax.first().gross = euro(999);
    EXPECT_FALSE(fitsShift(other, shift));
    other = z;
    other.figures.byMethod.first().amount = euro(999);
    EXPECT_FALSE(fitsShift(other, shift));
    other = z;
    other.number = 0;
    EXPECT_FALSE(fitsShift(other, shift));
}

TEST(ShiftTotals, WhatCameBackIsCreditedWithoutTheFeeThatIsKept)
{
    Sale sale;
    sale.number = u"MAIN-1-000002"_s;
    sale.total = euro(-900);
    sale.rounding = euro(0);
    ReturnedLine line;
    line.gross = euro(1'000);
    line.fee = euro(100);
    sale.returns = {line};
    sale.payments = {{PaymentMethod::Cash, euro(-900), euro(-900), euro(0)}};
    ShiftAdder adder(testing::currency(u"EUR"));
    adder.add(sale);
    EXPECT_EQ(adder.figures().returns, euro(900));
    EXPECT_EQ(adder.figures().salesTotal, euro(-900));
    EXPECT_EQ(cashOf(adder.figures()), euro(-900));
}

TEST(ShiftTotals, ReceiptNumbersAreInTheOrderOfTheirNumbers)
{
    ShiftAdder adder(testing::currency(u"EUR"));
    for (const QString &number : {u"A-1-1000000"_s, u"A-1-999998"_s, u"A-1-999999"_s}) {
        Sale sale = saleOf(1);
        sale.number = number;
        adder.add(sale);
    }
    EXPECT_EQ(adder.figures().firstNumber, u"A-1-999998"_s);
    EXPECT_EQ(adder.figures().lastNumber, u"A-1-1000000"_s);
}

} // namespace
} // namespace crema
