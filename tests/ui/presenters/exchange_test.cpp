// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back goes on to the till as credit: sold besides, paid or paid back, kept over a restart.
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/till/kept_cart.h"
#include "ui/presenters/till/unreceipted_presenter.h"

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

const QString receipt = QStringLiteral("HARBOUR-1-000001");

class ExchangeTest : public ::testing::Test
{
protected:
    /// Three flat whites for 11.40 and a bag of beans for 14.50.
    void SetUp() override
    {
        till.desk.addPastSale({.codes = {QStringLiteral("3*FW"), QStringLiteral("GUJI-250")},
                               .cashier = QStringLiteral("Mina Kowalski"),
                               .method = PaymentMethod::Cash,
                               .at = till.clock.now()});
    }

    /// One flat white and the beans come back: 18.30.
    void exchange()
    {
        returns.open(receipt);
        returns.setQuantity(0, 1);
        returns.setQuantity(1, 1);
        returns.setReason(1, QStringLiteral("wrong_item"));
        returns.exchange();
    }

    [[nodiscard]] bool trigger(QStringView id) { return presenter.actions().find(id)->trigger(); }
    QString payText() { return till.shop.till.actions().find(u"till.pay")->text(); }

    Till till;
    ReturnPresenter &returns = till.shop.returns;
    TillPresenter &presenter = till.presenter;
};

} // namespace

TEST_F(ExchangeTest, WhatComesBackLiesInTheCartWithAMinusAndAWord)
{
    till.shop.shell.addArea({QStringLiteral("orders"), QStringLiteral("Orders"), {}, {}, {}});
    till.shop.shell.addArea({QStringLiteral("till"), QStringLiteral("Till"), {}, {}, {}});
    exchange();
    EXPECT_EQ(returns.step(), ReturnStep::Closed);
    EXPECT_EQ(till.shop.shell.address().area, QStringLiteral("till"));
    ASSERT_EQ(presenter.lines().size(), 2);
    EXPECT_EQ(presenter.lines().first().quantityText, QStringLiteral("−1"));
    EXPECT_EQ(presenter.lines().first().totalText, QStringLiteral("−€3.80"));
    EXPECT_TRUE(presenter.lines().first().remark.contains(QStringLiteral("Comes back")));
    EXPECT_TRUE(presenter.lines().first().comesBack);
    EXPECT_EQ(presenter.selectedLine(), -1);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€18.30"));
    EXPECT_EQ(payText(), QStringLiteral("Pay back €18.30"));
}

TEST_F(ExchangeTest, OneDifferenceIsPaidAndOneDocumentRecorded)
{
    exchange();
    presenter.enterCode(QStringLiteral("HOUSE-1000"));
    ASSERT_EQ(presenter.lines().size(), 3);
    EXPECT_FALSE(presenter.lines().first().comesBack) << "what is sold stands first";
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€6.60"));
    presenter.startPaying();
    ASSERT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_FALSE(presenter.payment().payBack);
    EXPECT_EQ(presenter.payment().dueText, QStringLiteral("€6.60"));
    presenter.setReceived(1000);
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(presenter.change().changeText, QStringLiteral("€3.40"));
    const Sale &sale = till.desk.soldHere().last().sale;
    EXPECT_EQ(sale.total.minor(), 660);
    EXPECT_EQ(sale.lines.size(), 1);
    ASSERT_EQ(sale.returns.size(), 2);
    EXPECT_EQ(sale.returns.last().reason, QStringLiteral("wrong_item"));
    EXPECT_TRUE(presenter.receiptText(42).contains(receipt)) << "the receipt shows both";
    presenter.newSale();
    EXPECT_TRUE(presenter.sale().isEmpty());
    EXPECT_TRUE(presenter.lines().isEmpty());
}

TEST_F(ExchangeTest, WhereMoreComesBackThanIsBoughtTheRestIsPaidBack)
{
    exchange();
    presenter.enterCode(QStringLiteral("CC"));
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€14.90"));
    presenter.startPaying();
    ASSERT_TRUE(presenter.payment().payBack);
    EXPECT_EQ(presenter.payment().payBack->totalText, QStringLiteral("€14.90"));
    ASSERT_EQ(presenter.payment().payBack->payments.size(), 1);
    presenter.typeAmountDigit(5); // nothing is paid, so nothing is entered
    presenter.chooseTender(PaymentMethod::Card);
    EXPECT_FALSE(presenter.payment().entered);
    presenter.backToSale();
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    presenter.startPaying();
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(presenter.change().titleText, QStringLiteral("Hand out in cash"));
    EXPECT_EQ(presenter.change().changeText, QStringLiteral("€14.90"));
    EXPECT_EQ(till.desk.soldHere().last().sale.total.minor(), -1490);
}

TEST_F(ExchangeTest, AsMuchForAsMuchIsRecordedWithoutMoney)
{
    returns.open(receipt);
    returns.setQuantity(1, 1);
    returns.exchange();
    presenter.enterCode(QStringLiteral("GUJI-250"));
    EXPECT_EQ(presenter.totals().totalMinor, 0);
    presenter.startPaying();
    ASSERT_TRUE(presenter.payment().payBack);
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_FALSE(presenter.change().hasChange);
    EXPECT_TRUE(till.desk.soldHere().last().sale.payments.isEmpty());
}

TEST_F(ExchangeTest, WhatStaysWithTheCustomerIsTakenOutAndCanBeUndone)
{
    exchange();
    presenter.enterCode(QStringLiteral("CC"));
    presenter.removeLine(1); // the flat white
    ASSERT_EQ(presenter.lines().size(), 2);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€11.10"));
    presenter.undo();
    EXPECT_EQ(presenter.lines().size(), 3);
    EXPECT_TRUE(trigger(u"till.take-nothing-back"));
    EXPECT_FALSE(presenter.sale().takesBack());
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€3.40"));
    EXPECT_FALSE(presenter.actions().find(u"till.take-nothing-back")->isEnabled());
}

TEST_F(ExchangeTest, TheNoteForTheCustomerStaysWithWhatComesBack)
{
    exchange();
    CartStepPresenter &steps = till.shop.cartSteps;
    ASSERT_TRUE(steps.actions().find(u"till.customer-note")->trigger());
    steps.giveCustomerNote(QStringLiteral("Sorry for the wrong beans"));
    presenter.enterCode(QStringLiteral("CC"));
    presenter.removeLine(2);
    EXPECT_EQ(presenter.sale().cart().customerNote, QStringLiteral("Sorry for the wrong beans"));
    presenter.removeLine(1);
    till.shop.notices.undo();
    EXPECT_EQ(presenter.lines().size(), 2);
    EXPECT_EQ(presenter.sale().cart().customerNote, QStringLiteral("Sorry for the wrong beans"));
    presenter.startPaying();
    presenter.takeTender();
    ASSERT_TRUE(presenter.lastSale());
    EXPECT_EQ(presenter.lastSale()->customerNote, QStringLiteral("Sorry for the wrong beans"));
}

TEST_F(ExchangeTest, TheNoticeOfWhatStaysWithTheCustomerTakesItBackToo)
{
    exchange();
    presenter.enterCode(QStringLiteral("CC"));
    presenter.removeLine(1); // the flat white; the beans still come back
    till.shop.notices.undo();
    EXPECT_EQ(presenter.lines().size(), 3);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€14.90"));
    EXPECT_TRUE(trigger(u"till.take-nothing-back"));
    till.shop.notices.undo();
    till.shop.notices.undo();
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€14.90"));
}

TEST_F(ExchangeTest, WithoutWhatWasBoughtTheReturnStays)
{
    exchange();
    presenter.enterCode(QStringLiteral("CC"));
    presenter.removeLine(0);
    EXPECT_TRUE(presenter.sale().takesBack());
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€18.30"));
}

TEST_F(ExchangeTest, ASecondReceiptHasAReturnOfItsOwn)
{
    exchange();
    till.desk.addPastSale({.codes = {QStringLiteral("CC")},
                           .cashier = QStringLiteral("Mina Kowalski"),
                           .method = PaymentMethod::Cash,
                           .at = till.clock.now()});
    returns.open(QStringLiteral("HARBOUR-1-000002"));
    returns.takeEverything();
    returns.exchange();
    ASSERT_TRUE(returns.problem());
    EXPECT_EQ(returns.problem()->code, QStringLiteral("till.other_return"));
    EXPECT_EQ(presenter.lines().size(), 2) << "the cart is as it was";
}

TEST_F(ExchangeTest, ARefusalLeavesTheCart)
{
    exchange();
    presenter.startPaying();
    till.desk.failReturn = Problem{ProblemKind::NotAllowed,
                                   QStringLiteral("auth.not_allowed"),
                                   QStringLiteral("You may not take anything back."),
                                   {},
                                   {}};
    presenter.takeTender();
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->tone, Tone::Error);
    presenter.takeTender();
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue);
}

TEST_F(ExchangeTest, NothingIsTakenBackWhilePractising)
{
    ASSERT_TRUE(till.shop.training.actions().find(u"till.training")->trigger());
    ASSERT_TRUE(presenter.isTraining());
    const qsizetype before = till.desk.soldHere().size();
    exchange();
    ASSERT_TRUE(returns.problem());
    EXPECT_EQ(returns.problem()->code, QStringLiteral("training.not_recorded"));
    EXPECT_TRUE(presenter.sale().isEmpty());
    presenter.enterCode(QStringLiteral("CC"));
    presenter.startPaying();
    presenter.takeTender();
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(till.desk.soldHere().size(), before);
    EXPECT_FALSE(till.desk.lastReturn);
}

TEST_F(ExchangeTest, AParkedExchangeComesBackWhole)
{
    exchange();
    presenter.enterCode(QStringLiteral("CC"));
    ASSERT_TRUE(till.shop.openCart.hold(QStringLiteral("Table 4")));
    EXPECT_TRUE(presenter.sale().isEmpty());
    ASSERT_EQ(till.shop.openCart.parkedCount(), 1);
    till.shop.openCart.readParked();
    EXPECT_EQ(till.shop.openCart.parkedRows().first().totalText, QStringLiteral("−€14.90"));
    EXPECT_TRUE(till.shop.openCart.parkedRows().first().aboutText.contains(receipt));
    till.shop.openCart.recall(0);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€14.90"));
    EXPECT_EQ(presenter.lines().size(), 3);
}

TEST_F(ExchangeTest, WhatOnlyComesBackIsHeldLikeASale)
{
    presenter.enterCode(QStringLiteral("CC"));
    ASSERT_TRUE(till.shop.openCart.hold({}));
    exchange();
    const ActionList &steps = till.shop.cartSteps.actions();
    EXPECT_TRUE(steps.find(u"till.hold")->isEnabled());
    EXPECT_FALSE(steps.find(u"till.recall")->isEnabled()) << "the cart is not empty";
    ASSERT_TRUE(till.shop.openCart.hold({}));
    EXPECT_FALSE(steps.find(u"till.hold")->isEnabled());
    EXPECT_TRUE(steps.find(u"till.recall")->isEnabled());
}

namespace {

/// Without any receipt: what was rung up is turned around.
class UnreceiptedTest : public ExchangeTest
{
protected:
    void ringUp()
    {
        presenter.enterCode(QStringLiteral("2*FW"));
        step.actions().find(u"till.comes-back")->trigger();
    }

    UnreceiptedPresenter step{till.desk, till.presenter, QLocale(QLocale::English, QLocale::Ireland)};
};

} // namespace

TEST_F(UnreceiptedTest, TheSelectedLineComesBackForTodaysPrice)
{
    EXPECT_FALSE(step.actions().find(u"till.comes-back")->isEnabled()) << "nothing is rung up";
    ringUp();
    EXPECT_EQ(step.itemText(), QStringLiteral("2 × Flat white"));
    EXPECT_EQ(step.priceText(), QStringLiteral("3.80"));
    step.setReason(QStringLiteral("damaged"));
    EXPECT_FALSE(step.restocks()) << "what is damaged is not sold again";
    ASSERT_TRUE(step.take());
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_TRUE(presenter.lines().first().comesBack);
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€7.60"));
    presenter.startPaying();
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    const Sale &sale = till.desk.soldHere().last().sale;
    ASSERT_EQ(sale.returns.size(), 1);
    EXPECT_FALSE(sale.returns.first().sale);
    EXPECT_FALSE(sale.returns.first().restock);
    EXPECT_EQ(sale.returns.first().reason, QStringLiteral("damaged"));
}

TEST_F(UnreceiptedTest, MoreThanTodaysPriceIsForWhoChangesPrices)
{
    till.desk.changeState().person->permissions = {Permission::SalesCreate, Permission::SalesReturn};
    ringUp();
    step.setPrice(QStringLiteral("3.81"));
    EXPECT_TRUE(step.priceProblem().contains(QStringLiteral("3.80"))) << qPrintable(step.priceProblem());
    EXPECT_FALSE(step.take());
    EXPECT_FALSE(step.approvalText().isEmpty()) << "it takes somebody who may do this";
    step.setPrice(QStringLiteral("2.00"));
    EXPECT_TRUE(step.priceProblem().isEmpty());
    ASSERT_TRUE(step.take());
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("−€4.00"));
    presenter.undo();
    EXPECT_EQ(presenter.lines().size(), 2) << "the line is back";
    presenter.undo();
    EXPECT_FALSE(presenter.sale().takesBack());
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€7.60"));
}

TEST(KeptExchange, SaysWhatAPersonChoseAndReadsItBack)
{
    KeptSale sale;
    sale.back.draft.sale = SaleId(QUuid(QStringLiteral("018f0000-0000-7000-8000-000000000001")));
    sale.back.number = receipt;
    sale.back.draft.to = RefundTo::Cash;
    sale.back.draft.lines = {{2, Quantity(3), Money(150, *Currency::fromCode(u"EUR")), false, QStringLiteral("other")}};
    sync::UnreceiptedDraft other;
    other.variant = VariantId(QUuid(QStringLiteral("018f0000-0000-7000-8000-000000000002")));
    other.quantity = Quantity(250);
    other.price = Price{Money(420, *Currency::fromCode(u"EUR")), 1000};
    sale.back.draft.withoutReceipt = {other};
    const KeptCarts read = keptCarts(keptCartsText({{QStringLiteral("somebody"), sale}}));
    ASSERT_EQ(read.size(), 1);
    const TillReturn &back = read.first().back;
    EXPECT_EQ(back.draft.sale, sale.back.draft.sale);
    EXPECT_EQ(back.draft.lines, sale.back.draft.lines);
    EXPECT_EQ(back.draft.to, RefundTo::Cash);
    EXPECT_EQ(back.number, receipt);
    ASSERT_EQ(back.draft.withoutReceipt.size(), 1);
    EXPECT_EQ(back.draft.withoutReceipt.first().price, other.price);
    EXPECT_EQ(back.draft.withoutReceipt.first().quantity, other.quantity);
}

TEST(KeptExchange, GoesBackToTheSameCard)
{
    TillReturn chosen;
    chosen.draft.sale = SaleId(QUuid(QStringLiteral("018f0000-0000-7000-8000-000000000001")));
    chosen.draft.lines = {{0, Quantity(1), std::nullopt, true, {}}};
    chosen.draft.to = RefundTo::GiftCard;
    chosen.draft.giftCard = GiftCardId(QUuid(QStringLiteral("018f0000-0000-7000-8000-000000000003")));
    TillSale cart;
    cart.takeBack(chosen);
    KeptSale sale;
    sale.back = cart.cart().back;
    const KeptCarts read = keptCarts(keptCartsText({{QStringLiteral("somebody"), sale}}));
    ASSERT_EQ(read.size(), 1);
    EXPECT_EQ(read.first().back.draft.to, RefundTo::GiftCard);
    EXPECT_EQ(read.first().back.draft.giftCard, chosen.draft.giftCard);
    cart.leaveReturned(0);
    EXPECT_TRUE(cart.isEmpty());
    for (const RefundTo way : {RefundTo::Original, RefundTo::Cash, RefundTo::StoreCredit}) {
        sale.back.draft.to = way;
        EXPECT_EQ(keptCarts(keptCartsText({{QStringLiteral("somebody"), sale}})).first().back.draft.to, way);
    }
}

} // namespace crema
