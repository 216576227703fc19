// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back what a receipt shows: what is chosen, what it comes to, what is recorded.
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

const QString receipt = QStringLiteral("HARBOUR-1-000001");

class ReturnPresenterTest : public ::testing::Test
{
protected:
    void SetUp() override { sell(PaymentMethod::Cash); }

    /// Three flat whites for 11.40 and a bag of beans for 14.50.
    void sell(PaymentMethod method)
    {
        till.desk.addPastSale({.codes = {QStringLiteral("3*FW"), QStringLiteral("GUJI-250")},
                               .cashier = QStringLiteral("Mina Kowalski"),
                               .method = method,
                               .at = till.clock.now()});
    }

    [[nodiscard]] QString total() const { return returns.sums() ? returns.sums()->totalText : QString(); }

    Till till;
    ReturnPresenter &returns = till.shop.returns;
};

} // namespace

TEST_F(ReturnPresenterTest, ShowsWhatIsLeftOfEachLine)
{
    returns.open(receipt);
    ASSERT_EQ(returns.lines().size(), 2);
    EXPECT_EQ(returns.number(), receipt);
    EXPECT_EQ(returns.lines().first().name, QStringLiteral("Flat white"));
    EXPECT_EQ(returns.lines().first().left, 3);
    EXPECT_EQ(returns.lines().first().worthText, QStringLiteral("€11.40"));
    EXPECT_TRUE(returns.lines().first().returnedText.isEmpty());
    EXPECT_FALSE(returns.sums());
    EXPECT_FALSE(returns.obstacle().isEmpty()) << "nothing is chosen";
}

TEST_F(ReturnPresenterTest, SaysWhatIsPaidBackOfWhatIsChosen)
{
    returns.open(receipt);
    returns.setQuantity(0, 2);
    EXPECT_EQ(total(), QStringLiteral("€7.60"));
    ASSERT_EQ(returns.sums()->payments.size(), 1);
    EXPECT_EQ(returns.sums()->payments.first(), (AmountRow{QStringLiteral("Cash"), QStringLiteral("€7.60")}));
    EXPECT_TRUE(returns.obstacle().isEmpty()) << returns.obstacle().toStdString();
    EXPECT_TRUE(returns.question().title.contains(QStringLiteral("€7.60")));
    EXPECT_TRUE(returns.question().title.contains(receipt));
    returns.takeEverything();
    EXPECT_EQ(total(), QStringLiteral("€25.90"));
    returns.takeNothing();
    EXPECT_FALSE(returns.sums());
}

TEST_F(ReturnPresenterTest, CutsAQuantityToWhatIsLeft)
{
    returns.open(receipt);
    returns.setQuantity(0, 9);
    EXPECT_EQ(returns.lines().first().quantity, 3);
    returns.addToQuantity(0, 1);
    EXPECT_EQ(returns.lines().first().quantity, 3);
    returns.setQuantity(0, -1);
    EXPECT_EQ(returns.lines().first().quantity, 0);
    returns.setQuantity(7, 1);
    EXPECT_FALSE(returns.sums()) << "there is no such line";
}

TEST_F(ReturnPresenterTest, RecordsReasonStockAndFeeOfEachLine)
{
    returns.open(receipt);
    returns.setQuantity(0, 1);
    returns.setReason(0, QStringLiteral("damaged"));
    EXPECT_FALSE(returns.lines().first().restock) << "what is damaged is not sold again";
    returns.setQuantity(1, 1);
    returns.setReason(1, QStringLiteral("not_liked"));
    returns.setRestock(1, false);
    returns.setFee(1, QStringLiteral("1,50"));
    EXPECT_EQ(total(), QStringLiteral("€16.80"));
    returns.payBack();
    ASSERT_TRUE(till.desk.lastReturn);
    const QList<ReturnPick> picks = till.desk.lastReturn->lines;
    const Currency euro = till.desk.state().currency();
    ASSERT_EQ(picks.size(), 2);
    EXPECT_EQ(picks.at(0), (ReturnPick{0, Quantity(1), std::nullopt, false, QStringLiteral("damaged")}));
    EXPECT_EQ(picks.at(1), (ReturnPick{1, Quantity(1), Money(150, euro), false, QStringLiteral("not_liked")}));
}

TEST_F(ReturnPresenterTest, WhatIsNoAmountIsSaidAtTheFee)
{
    returns.open(receipt);
    returns.setQuantity(0, 1);
    returns.setFee(0, QStringLiteral("some"));
    EXPECT_FALSE(returns.lines().first().feeProblem.isEmpty());
    EXPECT_EQ(returns.obstacle(), returns.lines().first().feeProblem);
    returns.payBack();
    EXPECT_FALSE(till.desk.lastReturn);
    returns.setFee(0, QStringLiteral("99"));
    EXPECT_TRUE(returns.problem()) << "more than it had cost";
    EXPECT_FALSE(returns.obstacle().isEmpty());
    returns.setFee(0, {});
    EXPECT_TRUE(returns.obstacle().isEmpty());
}

TEST_F(ReturnPresenterTest, ADoneReturnHandsOutCashAndPrintsAndLeavesLess)
{
    int prints = 0;
    QObject::connect(&returns, &ReturnPresenter::printWanted, &returns, [&](const Sale &sale) {
        ++prints;
        EXPECT_TRUE(sale.takesBack());
    });
    returns.open(receipt);
    returns.setQuantity(0, 2);
    returns.payBack();
    ASSERT_EQ(returns.step(), ReturnStep::Done);
    EXPECT_EQ(returns.done().number, QStringLiteral("HARBOUR-1-000002"));
    EXPECT_TRUE(returns.done().hasCash);
    EXPECT_EQ(returns.done().cashText, QStringLiteral("€7.60"));
    EXPECT_EQ(returns.done().handOut.first(), QStringLiteral("1 × €5"));
    EXPECT_EQ(prints, 1);
    returns.printAgain();
    EXPECT_EQ(prints, 2);
    returns.close();
    returns.open(receipt);
    EXPECT_EQ(returns.lines().first().left, 1);
    EXPECT_EQ(returns.lines().first().quantity, 0) << "nothing of before is chosen";
    EXPECT_EQ(returns.lines().first().returnedText, QStringLiteral("2"));
    returns.takeEverything();
    EXPECT_EQ(total(), QStringLiteral("€18.30"));
    returns.payBack();
    returns.close();
    returns.open(receipt);
    EXPECT_FALSE(returns.hasLeft());
    EXPECT_EQ(returns.obstacle(), QStringLiteral("Everything of this sale came back."));
}

TEST_F(ReturnPresenterTest, PaysBackAsItWasPaidOrInCash)
{
    sell(PaymentMethod::Card);
    returns.open(receipt);
    EXPECT_FALSE(returns.hasOtherMethods());
    returns.close();
    returns.open(QStringLiteral("HARBOUR-1-000002"));
    EXPECT_TRUE(returns.hasOtherMethods());
    returns.setQuantity(0, 1);
    EXPECT_EQ(returns.sums()->payments.first().label, QStringLiteral("Card"));
    returns.setRefundTo(RefundTo::Cash);
    EXPECT_EQ(returns.sums()->payments.first().label, QStringLiteral("Cash"));
    returns.setRefundTo(RefundTo::Original);
    returns.payBack();
    ASSERT_EQ(returns.step(), ReturnStep::Done);
    EXPECT_FALSE(returns.done().hasCash);
    EXPECT_EQ(returns.done().byOther.first().amountText, QStringLiteral("€3.80"));
    EXPECT_FALSE(returns.done().otherHint.isEmpty());
}

TEST_F(ReturnPresenterTest, ARefusalIsSaidAndCanBeTriedAgain)
{
    returns.open(receipt);
    returns.setQuantity(0, 1);
    till.desk.failReturn = Problem{ProblemKind::NotAllowed,
                                   QStringLiteral("return.beyond_limit"),
                                   QStringLiteral("More than you may."),
                                   QString(),
                                   {}};
    returns.payBack();
    EXPECT_EQ(returns.step(), ReturnStep::Choosing);
    ASSERT_TRUE(returns.problem());
    EXPECT_EQ(returns.problem()->message, QStringLiteral("More than you may."));
    EXPECT_EQ(returns.lines().first().quantity, 1) << "what was chosen stays";
    EXPECT_TRUE(returns.obstacle().isEmpty());
    returns.payBack();
    EXPECT_EQ(returns.step(), ReturnStep::Done);
}

TEST_F(ReturnPresenterTest, NothingIsClosedOrChangedWhileItIsRecorded)
{
    returns.open(receipt);
    returns.setQuantity(0, 1);
    till.desk.holdAnswers(true);
    returns.payBack();
    EXPECT_TRUE(returns.isRecording());
    returns.setQuantity(0, 3);
    returns.close();
    returns.payBack();
    EXPECT_EQ(returns.step(), ReturnStep::Choosing);
    EXPECT_EQ(returns.lines().first().quantity, 1);
    till.desk.holdAnswers(false);
    EXPECT_EQ(returns.step(), ReturnStep::Done);
    EXPECT_EQ(till.desk.soldHere().size(), 2) << "once";
}

TEST_F(ReturnPresenterTest, NeedsSomebodyAndAnOpenShift)
{
    returns.open(receipt);
    returns.setQuantity(0, 1);
    till.desk.changeState().openShift.reset();
    EXPECT_FALSE(returns.obstacle().isEmpty());
    returns.payBack();
    EXPECT_FALSE(till.desk.lastReturn);
    till.desk.openStore(true, true);
    EXPECT_TRUE(returns.obstacle().isEmpty()) << returns.obstacle().toStdString();
    till.desk.changeState().person.reset();
    EXPECT_FALSE(returns.obstacle().isEmpty());
}

TEST_F(ReturnPresenterTest, WhatWasChosenIsStillThereForTheSameSale)
{
    sell(PaymentMethod::Cash);
    returns.open(receipt);
    returns.setQuantity(0, 2);
    returns.close();
    EXPECT_EQ(returns.step(), ReturnStep::Closed);
    returns.open(receipt);
    EXPECT_EQ(returns.lines().first().quantity, 2);
    returns.close();
    returns.open(QStringLiteral("HARBOUR-1-000002"));
    EXPECT_EQ(returns.lines().first().quantity, 0);
}

TEST_F(ReturnPresenterTest, AScanTakesOneMoreOfTheGoods)
{
    EXPECT_FALSE(returns.takeScan(QStringLiteral("FW"))) << "no sale is open";
    returns.open(receipt);
    EXPECT_TRUE(returns.takeScan(QStringLiteral("4006381333931")));
    EXPECT_TRUE(returns.takeScan(QStringLiteral("4006381333931")));
    EXPECT_EQ(returns.lines().first().quantity, 2);
    EXPECT_TRUE(returns.takeScan(QStringLiteral("HOUSE-1000")));
    ASSERT_TRUE(returns.problem());
    EXPECT_EQ(returns.problem()->code, QStringLiteral("return.not_sold"));
    EXPECT_EQ(returns.lines().first().quantity, 2);
}

TEST_F(ReturnPresenterTest, AnUnknownSaleIsSaid)
{
    returns.open(QStringLiteral("HARBOUR-1-000099"));
    ASSERT_TRUE(returns.problem());
    EXPECT_FALSE(returns.isRead());
    EXPECT_TRUE(returns.lines().isEmpty());
}

TEST_F(ReturnPresenterTest, TheListOfSalesTellsOfReturns)
{
    SaleListPresenter &sales = till.shop.sales;
    returns.open(receipt);
    returns.setQuantity(0, 2);
    returns.payBack();
    sales.arrive();
    ASSERT_EQ(sales.rows().size(), 2);
    const SaleRow &row = *std::ranges::find(sales.rows(), QStringLiteral("HARBOUR-1-000002"), &SaleRow::number);
    EXPECT_EQ(row.paymentText, QStringLiteral("Return · Cash"));
    EXPECT_EQ(row.totalText, QStringLiteral("−€7.60"));
    EXPECT_EQ(row.items, -2);
    sales.openSale(receipt);
    ASSERT_TRUE(sales.detail());
    EXPECT_EQ(sales.detail()->lines.first().returnText, QStringLiteral("2 of 3 came back"));
    EXPECT_TRUE(sales.detail()->lines.last().returnText.isEmpty());
    EXPECT_TRUE(sales.actions().find(u"sales.return")->isEnabled());
    returns.showDocument();
    ASSERT_TRUE(sales.detail());
    EXPECT_EQ(sales.detail()->number, QStringLiteral("HARBOUR-1-000002"));
    EXPECT_EQ(sales.detail()->lines.first().returnText, QStringLiteral("Return of ") + receipt);
    EXPECT_EQ(sales.detail()->lines.first().quantityText, QStringLiteral("−2"));
    EXPECT_EQ(sales.detail()->totalText, QStringLiteral("−€7.60"));
    EXPECT_FALSE(sales.actions().find(u"sales.return")->isEnabled()) << "a return is not returned";
}

TEST_F(ReturnPresenterTest, TheActionOfASaleOpensIt)
{
    till.shop.sales.arrive();
    EXPECT_FALSE(till.shop.sales.actions().find(u"sales.return")->isEnabled()) << "no sale is open";
    till.shop.sales.openSale(receipt);
    EXPECT_TRUE(till.shop.sales.actions().find(u"sales.return")->trigger());
    EXPECT_EQ(returns.step(), ReturnStep::Choosing);
    EXPECT_EQ(returns.number(), receipt);
}

} // namespace crema
