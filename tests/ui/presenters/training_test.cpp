// SPDX-License-Identifier: GPL-3.0-or-later
// Practising at the till: marked, kept nowhere, and the sale from before comes back (ADR 058).
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

const QString flatWhite = QStringLiteral("4006381333931");
const QString guji = QStringLiteral("5901234123457");

void pay(Till &till)
{
    till.presenter.startPaying();
    till.clock.advance(TillPresenter::doublePressMs + 1);
    till.presenter.completeCash();
    till.clock.advance(TillPresenter::doublePressMs + 1);
}

QString noteOf(Till &till)
{
    QString note;
    till.desk.openCart().then([&note](const Result<QString> &kept) { note = *kept; });
    return note;
}

} // namespace

TEST(Training, IsMarkedWhereverASaleIsShown)
{
    Till till;
    till.shop.training.begin();
    ASSERT_TRUE(till.presenter.isTraining());
    EXPECT_TRUE(till.presenter.totals().label.contains(QStringLiteral("training")));
    till.presenter.enterCode(flatWhite);
    EXPECT_TRUE(till.presenter.actions().find(u"till.pay")->text().startsWith(QStringLiteral("Practise")));
    pay(till);
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(till.presenter.change().receiptNumber, QStringLiteral("Training"));
    const QString receipt = till.presenter.receiptText(42);
    EXPECT_EQ(receipt.count(QStringLiteral("*** TRAINING ***")), 2);
    EXPECT_TRUE(receipt.contains(QStringLiteral("Not valid as a receipt")));
    EXPECT_FALSE(receipt.contains(QStringLiteral("HARBOUR-1"))) << receipt.toStdString();
    EXPECT_EQ(till.desk.state().queue.queued, 0);
}

TEST(Training, TheSaleFromBeforeComesBack)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    const QString kept = noteOf(till);
    till.shop.training.begin();
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    till.presenter.enterCode(guji);
    EXPECT_EQ(noteOf(till), kept) << "after a crash the real sale is offered, and nothing that was practised";
    pay(till);
    till.shop.training.end();
    EXPECT_FALSE(till.presenter.isTraining());
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Flat white"));
    EXPECT_EQ(noteOf(till), kept);
    EXPECT_TRUE(till.presenter.receiptText(42).isEmpty()) << "the practice receipt is gone";
    pay(till);
    EXPECT_EQ(till.presenter.change().receiptNumber, QStringLiteral("HARBOUR-1-000001"));
}

TEST(Training, NothingIsParkedAndNoCashMoves)
{
    Till till;
    till.shop.training.begin();
    till.presenter.enterCode(flatWhite);
    EXPECT_FALSE(till.shop.cartSteps.actions().find(u"till.hold")->isEnabled());
    EXPECT_FALSE(till.shop.openCart.hold(QStringLiteral("Table 4")));
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_FALSE(till.shop.cash.actions().find(u"cash.no-sale")->isEnabled());
    EXPECT_FALSE(till.shop.drawer.actions().find(u"shift.close")->isEnabled());
    till.shop.training.end();
    EXPECT_TRUE(till.shop.cash.actions().find(u"cash.no-sale")->isEnabled());
    EXPECT_TRUE(till.shop.drawer.actions().find(u"shift.close")->isEnabled());
    EXPECT_TRUE(till.presenter.lines().isEmpty()) << "what was practised is dropped";
}

TEST(Training, IsNotBegunWhileMoneyChangesHands)
{
    Till till;
    Action &action = *till.shop.training.actions().find(u"till.training");
    EXPECT_EQ(action.text(), QStringLiteral("Begin training"));
    till.presenter.enterCode(flatWhite);
    till.presenter.startPaying();
    EXPECT_FALSE(action.isEnabled());
    till.shop.training.begin();
    EXPECT_FALSE(till.desk.state().training);
    till.presenter.backToSale();
    ASSERT_TRUE(action.trigger());
    EXPECT_TRUE(till.desk.state().training);
    EXPECT_EQ(action.text(), QStringLiteral("End training"));
}

TEST(Training, AParkedSaleThatWasJustChosenStaysParked)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    ASSERT_TRUE(till.shop.openCart.hold(QStringLiteral("Table 4")));
    till.desk.holdAnswers(true);
    till.shop.training.begin();
    till.shop.openCart.recall(0);
    till.desk.holdAnswers(false);
    ASSERT_TRUE(till.presenter.isTraining());
    EXPECT_TRUE(till.presenter.sale().isEmpty());
    EXPECT_EQ(till.shop.openCart.parkedCount(), 1);
}

} // namespace crema
