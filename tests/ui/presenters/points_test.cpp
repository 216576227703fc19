// SPDX-License-Identifier: GPL-3.0-or-later
// Points at the till: what the customer has is told, some of it is taken, and what the sale earns is shown.
#include "models/loyalty/points_ledger.h"
#include "models/settings/shop_settings.h"
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;
using testing::Till;

const QString flatWhite = u"4006381333931"_s; // €3.80

/// A place that gives a point for each euro and takes 100 for €5.00, and Lena, who has some.
struct PointsTill : Till {
    explicit PointsTill(std::int64_t points) : steps(shop.cartSteps)
    {
        ShopSettings company;
        company.values.insert(shop_setting::loyaltyEarn.toString(), 1);
        company.values.insert(shop_setting::loyaltyMinimum.toString(), 10);
        desk.changeState().settings = SettingValues(company, std::nullopt);
        desk.addExampleCustomers();
        const auto found = std::ranges::find_if(desk.customersHere(),
                                                [](const Customer &each) { return each.name.startsWith(u"Lena"_s); });
        lena = found->id;
        desk.setPoints(lena, points);
        presenter.enterCode(u"2*"_s + flatWhite);
        QCoreApplication::processEvents();
    }
    void attachLena()
    {
        steps.open(CartStep::Customer);
        steps.customer().setSearchText(u"Lena"_s);
        clock.advance(1000);
        QCoreApplication::processEvents();
        steps.customer().attach(0);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] bool shows(const QString &label) const
    {
        return std::ranges::any_of(presenter.totals().rows, [&](const AmountRow &row) { return row.label == label; });
    }

    CartStepPresenter &steps;
    CustomerId lena;
};

} // namespace

TEST(TillPoints, AreToldWithTheCustomerAndEarned)
{
    PointsTill till(250);
    EXPECT_FALSE(till.steps.actions().find(u"till.points")->isEnabled());
    till.attachLena();
    ASSERT_TRUE(till.presenter.message());
    EXPECT_TRUE(till.presenter.message()->text.contains(u"250"_s)) << qPrintable(till.presenter.message()->text);
    EXPECT_TRUE(till.steps.points().balanceText().contains(u"€12.50"_s))
        << qPrintable(till.steps.points().balanceText());
    EXPECT_TRUE(till.steps.actions().find(u"till.points")->isEnabled());
    EXPECT_TRUE(till.shows(u"Earns"_s));
}

TEST(TillPoints, AsManyAreTakenAsMakeSenseAndGivenBackAgain)
{
    PointsTill till(250);
    till.attachLena();
    till.steps.open(CartStep::Points);
    EXPECT_EQ(till.steps.points().offered(), 152) << "€7.60";
    ASSERT_TRUE(till.steps.points().use({}));
    QCoreApplication::processEvents();
    EXPECT_EQ(till.steps.step(), CartStep::None);
    EXPECT_EQ(till.steps.points().taken(), 152);
    EXPECT_EQ(till.presenter.totals().totalMinor, 0);
    EXPECT_TRUE(till.shows(u"Of it for points"_s));
    till.steps.open(CartStep::Points);
    ASSERT_TRUE(till.steps.points().use(u"100"_s));
    QCoreApplication::processEvents();
    EXPECT_EQ(till.presenter.totals().totalMinor, 260);
    till.steps.open(CartStep::Points);
    ASSERT_TRUE(till.steps.points().use(u"0"_s));
    QCoreApplication::processEvents();
    EXPECT_EQ(till.presenter.totals().totalMinor, 760);
    EXPECT_FALSE(till.shows(u"Of it for points"_s));
}

TEST(TillPoints, WhatCannotBeTakenIsSaid)
{
    PointsTill till(50);
    till.attachLena();
    till.steps.open(CartStep::Points);
    for (const QString &typed : {u"many"_s, u"51"_s, u"5"_s}) {
        EXPECT_FALSE(till.steps.points().use(typed));
        EXPECT_FALSE(till.steps.points().problem().isEmpty()) << qPrintable(typed);
    }
    EXPECT_EQ(till.steps.step(), CartStep::Points);
    EXPECT_EQ(till.presenter.totals().totalMinor, 760);
}

TEST(TillPoints, GoWithTheCustomerWhomTheyBelongTo)
{
    PointsTill till(250);
    till.attachLena();
    ASSERT_TRUE(till.steps.points().use(u"100"_s));
    QCoreApplication::processEvents();
    ASSERT_EQ(till.presenter.totals().totalMinor, 260);
    till.steps.customer().detach();
    QCoreApplication::processEvents();
    EXPECT_EQ(till.presenter.totals().totalMinor, 760);
    EXPECT_FALSE(till.steps.actions().find(u"till.points")->isEnabled());
}

TEST(TillPoints, WaitWithAParkedSaleForEveryTill)
{
    PointsTill till(250);
    till.attachLena();
    ASSERT_TRUE(till.steps.points().use(u"100"_s));
    QCoreApplication::processEvents();
    ASSERT_TRUE(till.shop.openCart.hold(u"Lena"_s));
    QCoreApplication::processEvents();
    ASSERT_EQ(testing::waiting(till).size(), 1);
    EXPECT_EQ(testing::waiting(till).first().cart.points, 100);
    till.shop.openCart.recall(0);
    QCoreApplication::processEvents();
    EXPECT_EQ(till.presenter.totals().totalMinor, 260);
    EXPECT_EQ(till.steps.points().taken(), 100);
}

TEST(TillPoints, AreOnTheReceiptWithWhatIsLeft)
{
    PointsTill till(250);
    till.attachLena();
    ASSERT_TRUE(till.steps.points().use(u"100"_s));
    QCoreApplication::processEvents();
    till.presenter.startPaying();
    till.clock.advance(1000);
    till.presenter.completeCash();
    QCoreApplication::processEvents();
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(takenBy(till.desk.soldHere().last().sale), 100);
    EXPECT_EQ(till.presenter.lastPoints().value_or(0), 152);
    const QString receipt = till.presenter.receiptText(42);
    EXPECT_TRUE(receipt.contains(u"100 point"_s)) << qPrintable(receipt);
    EXPECT_TRUE(receipt.contains(u"Points now, as known here"_s)) << qPrintable(receipt);
    EXPECT_TRUE(till.shows(u"Points now"_s));
}

} // namespace crema
